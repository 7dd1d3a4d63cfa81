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
                var name = FieldNamesInJson.Of(ref reader);
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

    /// <summary>Takes the value that the reader stands on as the named field's; the last one counts where there are several.</summary>
    /// <param name="name">The field, as <see cref="FieldNamesInJson.Of(ref Utf8JsonReader)"/> found it.</param>
    /// <param name="reader">Afterwards at the value's end.</param>
    /// <param name="json">What the reader reads.</param>
    /// <returns>What is wrong with it, in words for a person; null when nothing is.</returns>
    public string? Take(FieldNames name, scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        Note(name);
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
                var wrong = TryTime(ref reader, out var time);
                EventTimestamp = time;
                return wrong is null ? null : $"event_timestamp {wrong}";
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

    /// <summary>Remembers that the field was named, for who reads its value otherwise.</summary>
    public void Note(FieldNames name) => Named |= name;

    /// <summary>The time under the reader.</summary>
    /// <param name="reader">At a value.</param>
    /// <param name="time">Milliseconds since 1970; null where it says null.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static string? TryTime(scoped ref Utf8JsonReader reader, out long? time)
    {
        time = null;
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.Number) return "is not a number";
        if (!reader.TryGetInt64(out var whole))
        {
            if (!reader.TryGetDouble(out var broken) || broken is < 0 or > LatestTime) return "is not a time in milliseconds since 1970";
            whole = (long)broken;
        }

        if (whole is < 0 or > LatestTime) return "is not a time in milliseconds since 1970";
        time = whole;
        return null;
    }

    private static bool Text(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json, out ReadOnlySpan<byte> text)
    {
        text = default;
        return reader.TokenType == JsonTokenType.Null
            || reader.TokenType == JsonTokenType.String && JsonText.TryRead(ref reader, json, out text);
    }
}
