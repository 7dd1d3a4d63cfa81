using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using EdmContracts;

namespace EdmRelay.Capture;

/// <summary>
/// Reads one event in one pass over its JSON: the fields that the relay knows, and whether the event keeps to the limits
/// and is text throughout. No name may stand twice in an object, since readers differ in which one they take.
/// </summary>
internal ref struct EventReader
{
    private readonly ReadOnlySpan<byte> _body;

    // The names of the objects that are open, as hashes, the innermost object's last.
    private readonly Span<ulong> _names;
    private int _open;
    private int _seen;
    private string? _reason;
    private CapturedEvent _event;

    private EventReader(ReadOnlySpan<byte> body, Span<ulong> names)
    {
        _body = body;
        _names = names;
    }

    /// <summary>Reads the event that the reader stands on.</summary>
    /// <param name="reader">At the event's first token; afterwards at its last, whatever is wrong with it.</param>
    /// <param name="body">What the reader reads: UTF-8.</param>
    /// <param name="names">Room for <see cref="EventLimits.Names"/> names.</param>
    /// <param name="read">As much of the event as could be read.</param>
    /// <returns>Why it is rejected, in words for a person; null when it can be taken.</returns>
    /// <exception cref="JsonException">The body breaks in the middle of the event.</exception>
    public static string? Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Span<ulong> names, out CapturedEvent read)
    {
        var start = (int)reader.TokenStartIndex;
        var walk = new EventReader(body, names);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            walk.Walk(ref reader);
        }
        else
        {
            walk._reason = "not a JSON object";
            reader.Skip();
        }

        read = walk._event;
        read.Json = body[start..(int)reader.BytesConsumed];
        return walk._reason;
    }

    private void Walk(scoped ref Utf8JsonReader reader)
    {
        Span<int> opened = stackalloc int[EventLimits.Depth + 1];
        var (level, properties) = (0, false);
        do
        {
            var field = FieldNames.None;
            var userAgent = false;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                CheckName(ref reader, opened[level]);
                if (level == 1) field = FieldNamesInJson.Of(ref reader);
                userAgent = properties && level == 2 && reader.ValueSpan.SequenceEqual("user_agent"u8);
                reader.Read();
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open = opened[level--];
                    properties &= level > 1;
                    continue;
                case JsonTokenType.String:
                    CheckText(ref reader);
                    if (userAgent && _reason is null) _event.UserAgent = TextOf(ref reader);
                    break;
                case JsonTokenType.Number when reader.ValueSpan.Length > EventLimits.NumberBytes:
                    _reason ??= $"a number is longer than {EventLimits.NumberBytes} digits";
                    break;
            }

            if (field == FieldNames.Properties && reader.TokenType == JsonTokenType.StartObject) _event.Fields.Note(field);
            else if (field != FieldNames.None) Take(field, ref reader);

            // Where the field was skipped as a whole, the reader stands at its end already.
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) continue;
            if (level == EventLimits.Depth)
            {
                _reason ??= $"nested deeper than {EventLimits.Depth}";
                reader.Skip();
                continue;
            }

            opened[++level] = _open;
            properties |= field == FieldNames.Properties;
        }
        while (level > 0 && reader.Read());
    }

    private void Take(FieldNames field, scoped ref Utf8JsonReader reader)
    {
        if (field == FieldNames.SentTimestamp)
        {
            if (RecordFields.TryTime(ref reader, out _event.SentTimestamp) is { } wrong) _reason ??= $"sent_timestamp {wrong}";
            _event.Fields.Note(field);
            return;
        }

        _reason = _event.Fields.Take(field, ref reader, _body) is { } reason ? _reason ?? reason : _reason;
    }

    private void CheckName(scoped ref Utf8JsonReader reader, int opened)
    {
        var name = reader.ValueSpan;
        if (name.Length > EventLimits.NameBytes) _reason ??= $"a name is longer than {EventLimits.NameBytes} bytes";
        else if (reader.ValueIsEscaped && EscapedText.Reject(name) is { } wrong) _reason ??= $"a name {wrong}";
        else if (++_seen > EventLimits.Names) _reason ??= $"more than {EventLimits.Names} names";
        else Remember(TextOf(ref reader), opened);
    }

    private void Remember(ReadOnlySpan<byte> name, int opened)
    {
        var hash = XxHash3.HashToUInt64(name);
        if (_names[opened.._open].Contains(hash)) _reason ??= $"a name is there twice ({Encoding.UTF8.GetString(name)})";
        _names[_open++] = hash;
    }

    private void CheckText(scoped ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > EventLimits.TextBytes) _reason ??= $"a text is longer than {EventLimits.TextBytes / 1024} KiB";
        else if (reader.ValueIsEscaped && EscapedText.Reject(reader.ValueSpan) is { } wrong) _reason ??= $"a text {wrong}";
    }

    /// <summary>The name or string under the reader, known to be text, without its escapes.</summary>
    private static ReadOnlySpan<byte> TextOf(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan;
        var text = new byte[reader.ValueSpan.Length];
        return text.AsSpan(0, reader.CopyString(text));
    }
}
