using System.Text;
using System.Text.Json;

namespace EdmShopper.Replay;

/// <summary>
/// Makes events of JSON lines: all that stands in the line, but for what is the relay's to write, and with an id, a type
/// and a time in milliseconds where the line has another.
/// </summary>
internal sealed class NdjsonEvents(EventTimes times) : IDisposable
{
    private static readonly HashSet<string> Relays = ["topic", "received_timestamp", "client_timestamp", "sent_timestamp", "bot"];

    private readonly EventWriter _writer = new();

    public LogLine Make(FileLine line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Make(line, json.RootElement)
                : LogLine.Bad(line.Number, "not a JSON object");
        }
        catch (JsonException e)
        {
            return LogLine.Bad(line.Number, $"not JSON: it breaks at byte {e.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // A text with bytes or escapes that are no letters.
            return LogLine.Bad(line.Number, "not UTF-8");
        }
    }

    public void Dispose() => _writer.Dispose();

    private LogLine Make(FileLine line, JsonElement read)
    {
        var type = Text(read, "type") is { Length: > 0 } own ? own : TypeOf(Text(read, "topic"));
        if (TypeName.WhatIsWrong(Encoding.UTF8.GetBytes(type)) is { } wrong) return LogLine.Bad(line.Number, wrong);
        var time = read.TryGetProperty("event_timestamp", out var named) ? named.ToString() : "";
        if (!TimeText.TryRead(time, out var recorded)) return LogLine.BadTime(line.Number, time);

        var id = Text(read, "event_id") is { Length: > 0 } given ? given : LineIds.Of(line.Bytes, line.Number);
        var json = _writer.Begin();
        json.WriteString("event_id"u8, id);
        json.WriteString("type"u8, type);
        json.WriteNumber("event_timestamp"u8, times.SentWith(recorded));
        foreach (var field in read.EnumerateObject())
            if (field.Name is not ("event_id" or "type" or "event_timestamp") && !Relays.Contains(field.Name)) field.WriteTo(json);
        var visitor = Text(read, "uuid");
        return new LogLine(line.Number, new RecordedEvent(id, visitor.Length > 0 ? visitor : id, recorded, _writer.End()), null);
    }

    private static string Text(JsonElement read, string name) =>
        read.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";

    private static string TypeOf(string topic) => topic switch
    {
        "edm-ui-click" => "click",
        "edm-ui-pageload" => "pageload",
        _ => "",
    };
}
