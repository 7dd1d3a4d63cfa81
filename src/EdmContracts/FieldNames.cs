using System.Text.Json;

namespace EdmContracts;

/// <summary>The fields of a record that <see cref="RecordFields"/> knows by name.</summary>
[Flags]
public enum FieldNames
{
    None = 0,
    Topic = 1,
    EventId = 2,
    Type = 4,
    Uuid = 8,
    EventTimestamp = 16,
    Properties = 32,

    /// <summary>Those below are the relay's to write: what a sender says in them is not kept.</summary>
    Bot = 64,
    ReceivedTimestamp = 128,
    ClientTimestamp = 256,
    SentTimestamp = 512,
}

/// <summary>The fields' names as a record writes them.</summary>
public static class FieldNamesInJson
{
    /// <summary>Several names are parted by commas.</summary>
    public static string InJson(this FieldNames names) =>
        string.Join(", ", Enum.GetValues<FieldNames>()
            .Where(n => n != FieldNames.None && names.HasFlag(n))
            .Select(n => JsonNamingPolicy.SnakeCaseLower.ConvertName(n.ToString())));

    /// <summary>The field whose name the reader stands on.</summary>
    public static FieldNames Of(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return Of(reader.ValueSpan);
        if (!JsonText.IsComparable(ref reader)) return FieldNames.None;
        var name = new byte[reader.ValueSpan.Length];
        return Of(name.AsSpan(0, reader.CopyString(name)));
    }

    private static FieldNames Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 when name.SequenceEqual("bot"u8) => FieldNames.Bot,
        4 when name.SequenceEqual("type"u8) => FieldNames.Type,
        4 when name.SequenceEqual("uuid"u8) => FieldNames.Uuid,
        5 when name.SequenceEqual("topic"u8) => FieldNames.Topic,
        8 when name.SequenceEqual("event_id"u8) => FieldNames.EventId,
        10 when name.SequenceEqual("properties"u8) => FieldNames.Properties,
        14 when name.SequenceEqual("sent_timestamp"u8) => FieldNames.SentTimestamp,
        15 when name.SequenceEqual("event_timestamp"u8) => FieldNames.EventTimestamp,
        16 when name.SequenceEqual("client_timestamp"u8) => FieldNames.ClientTimestamp,
        18 when name.SequenceEqual("received_timestamp"u8) => FieldNames.ReceivedTimestamp,
        _ => FieldNames.None,
    };
}
