using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace EdmShopper.Replay;

/// <summary>Makes events of a CSV file's records. Empty fields are left out; where one lacks that an event cannot do without, the line is bad.</summary>
internal sealed class CsvEvents(ColumnMap map, EventTimes times) : IDisposable
{
    private readonly EventWriter _writer = new();
    private readonly FieldSource
        _id = map.Of(OurFields.EventId), _type = map.Of(OurFields.Type), _visitor = map.Of(OurFields.Visitor),
        _session = map.Of(OurFields.Session), _time = map.Of(OurFields.Time);
    private readonly (string Text, JsonEncodedText Name, FieldSource Source)[] _properties =
        [.. map.Properties.Select(p => (p.Name, JsonEncodedText.Encode(p.Name), p.Source))];

    /// <param name="record">The reader, on the record.</param>
    /// <param name="number">The line where it begins.</param>
    public LogLine Make(CsvReader record, long number)
    {
        var type = _type.Of(record);
        if (TypeName.WhatIsWrong(type) is { } wrong) return LogLine.Bad(number, wrong);
        var time = _time.Of(record);
        if (!TimeText.TryRead(time, out var recorded)) return LogLine.BadTime(number, Encoding.UTF8.GetString(time));

        var visitor = _visitor.Of(record);
        var session = _session.Of(record);
        var id = _id.Of(record) is { IsEmpty: false } own ? Encoding.UTF8.GetString(own) : LineIds.Of(record.RawRecord, number);
        var json = _writer.Begin();
        json.WriteString("event_id"u8, id);
        json.WriteString("type"u8, type);
        if (!visitor.IsEmpty) json.WriteString("uuid"u8, visitor);
        if (!session.IsEmpty) json.WriteString("session_id"u8, session);
        json.WriteNumber("event_timestamp"u8, times.SentWith(recorded));
        json.WriteStartObject("properties"u8);
        foreach (var (text, name, source) in _properties)
            if (source.Of(record) is { IsEmpty: false } value && WriteProperty(json, text, name, value) is { } reason)
                return LogLine.Bad(number, reason);
        json.WriteEndObject();
        return new LogLine(number, new RecordedEvent(id, visitor.IsEmpty ? id : Encoding.UTF8.GetString(visitor), recorded, _writer.End()), null);
    }

    public void Dispose() => _writer.Dispose();

    /// <returns>Why the value is not one for this property; null when it was written.</returns>
    private static string? WriteProperty(Utf8JsonWriter json, string text, JsonEncodedText name, ReadOnlySpan<byte> value)
    {
        if (OurFields.Numbers.Contains(text))
        {
            if (!Utf8Parser.TryParse(value, out decimal number, out var read) || read != value.Length) return $"{text} '{Encoding.UTF8.GetString(value)}' is not a number";
            json.WriteNumber(name, number);
        }
        else if (text == OurFields.Products)
        {
            json.WritePropertyName(name);
            if (!TryWriteList(json, value)) return $"{text} is not a list in JSON";
        }
        else
        {
            json.WriteString(name, value);
        }

        return null;
    }

    // Written anew, not as it stands: a line break between its values would end the line of a book.
    private static bool TryWriteList(Utf8JsonWriter json, ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        try
        {
            if (!JsonDocument.TryParseValue(ref reader, out var list)) return false;
            using (list)
            {
                if (list.RootElement.ValueKind != JsonValueKind.Array || reader.BytesConsumed < value.Length) return false;
                list.RootElement.WriteTo(json);
                return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
