using System.Text.Json;
using System.Text.Unicode;

namespace EdmContracts;

/// <summary>
/// The known fields of one event's JSON object, as slices of the bytes they were read from: a field that is not there
/// is empty (text) or null (numbers). Nothing is allocated unless a known text holds escapes. What the fields must be
/// is for the reader's user to say; only their JSON kinds are checked here.
/// </summary>
public ref struct RecordFields
{
    /// <summary>The latest time a record may name: the end of the year 9999, in milliseconds since 1970.</summary>
    public const long LatestTime = 253_402_300_799_999;

    public ReadOnlySpan<byte> Topic { get; private set; }
    public ReadOnlySpan<byte> EventId { get; private set; }
    public ReadOnlySpan<byte> Type { get; private set; }
    public ReadOnlySpan<byte> Visitor { get; private set; }
    public ReadOnlySpan<byte> Bot { get; private set; }

    /// <summary>Milliseconds since 1970 by the sender's clock.</summary>
    public long? EventTimestamp { get; private set; }

    /// <summary>The object of the properties, braces included.</summary>
    public ReadOnlySpan<byte> Properties { get; private set; }

    /// <summary>Which known fields the object names, null ones included.</summary>
    public FieldNames Named { get; private set; }

    /// <summary>The known fields that it names more than once; the last one's value was taken.</summary>
    public FieldNames Repeated { get; private set; }

    /// <summary>Reads one event.</summary>
    /// <param name="json">UTF-8 JSON, one object and nothing after it.</param>
    /// <param name="fields">The fields; without meaning when the answer is false.</param>
    /// <param name="reason">What is wrong, in words for a person; null when the answer is true.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, out RecordFields fields, out string? reason)
    {
        fields = default;
        reason = null;
        if (json.IsEmpty) reason = "not JSON: an empty record";
        else if (!Utf8.IsValid(json)) reason = NotJson.InWords(json);
        if (reason is not null) return false;

        var read = default(RecordFields);
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reason = "not a JSON object";
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = NameOf(ref reader);
                reader.Read();
                reason = read.Take(name, ref reader, json);
                if (reason is not null) return false;
            }

            while (reader.Read()) { }
            fields = read;
            return true;
        }
        catch (JsonException e)
        {
            reason = NotJson.InWords(e, json);
            return false;
        }
    }

    /// <summary>The field whose name the reader stands on.</summary>
    public static FieldNames NameOf(scoped ref Utf8JsonReader reader) =>
        !JsonText.IsComparable(ref reader) ? FieldNames.None :
        reader.ValueTextEquals("topic"u8) ? FieldNames.Topic :
        reader.ValueTextEquals("event_id"u8) ? FieldNames.EventId :
        reader.ValueTextEquals("type"u8) ? FieldNames.Type :
        reader.ValueTextEquals("uuid"u8) ? FieldNames.Uuid :
        reader.ValueTextEquals("event_timestamp"u8) ? FieldNames.EventTimestamp :
        reader.ValueTextEquals("properties"u8) ? FieldNames.Properties :
        reader.ValueTextEquals("bot"u8) ? FieldNames.Bot :
        reader.ValueTextEquals("received_timestamp"u8) ? FieldNames.ReceivedTimestamp :
        reader.ValueTextEquals("client_timestamp"u8) ? FieldNames.ClientTimestamp :
        reader.ValueTextEquals("sent_timestamp"u8) ? FieldNames.SentTimestamp :
        FieldNames.None;

    private string? Take(FieldNames name, scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if ((Named & name) != 0) Repeated |= name;
        Named |= name;
        switch (name)
        {
            case FieldNames.Topic when Text(ref reader, json, out var text): Topic = text; return null;
            case FieldNames.EventId when Text(ref reader, json, out var text): EventId = text; return null;
            case FieldNames.Type when Text(ref reader, json, out var text): Type = text; return null;
            case FieldNames.Uuid when Text(ref reader, json, out var text): Visitor = text; return null;
            case FieldNames.Bot when Text(ref reader, json, out var text): Bot = text; return null;
            case FieldNames.Topic: return "topic is not a text";
            case FieldNames.EventId: return "event_id is not a text";
            case FieldNames.Type: return "type is not a text";
            case FieldNames.Uuid: return "uuid is not a text";
            case FieldNames.Bot: return "bot is not a text";
            case FieldNames.EventTimestamp:
                EventTimestamp = null;
                if (reader.TokenType == JsonTokenType.Null) return null;
                if (reader.TokenType != JsonTokenType.Number) return "event_timestamp is not a number";
                if (!reader.TryGetDouble(out var time) || time is < 0 or > LatestTime)
                    return "event_timestamp is not a time in milliseconds since 1970";
                EventTimestamp = (long)time;
                return null;
            case FieldNames.Properties:
                Properties = default;
                if (reader.TokenType == JsonTokenType.Null) return null;
                if (reader.TokenType != JsonTokenType.StartObject) return "properties is not an object";
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Properties = json[start..(int)reader.BytesConsumed];
                return null;
            default:
                reader.Skip();
                return null;
        }
    }

    private static bool Text(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json, out ReadOnlySpan<byte> text)
    {
        text = default;
        return reader.TokenType == JsonTokenType.Null
            || reader.TokenType == JsonTokenType.String && JsonText.TryRead(ref reader, json, out text);
    }
}
