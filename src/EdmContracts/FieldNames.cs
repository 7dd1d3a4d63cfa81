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
}
