using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdmRelay.Capture.Segment;

/// <summary>
/// Puts a message of Segment's HTTP tracking API (segment.com/docs/connections/spec) into an event of ours, which then goes
/// the way of all events. What only Segment's own pipeline needs is left out, and so is the sender's IP address.
/// </summary>
internal static class SegmentTranslator
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] OfPage = ["url", "title", "referrer", "path", "search"];

    /// <param name="json">The message: an object within <see cref="EventLimits"/>.</param>
    /// <param name="call">The call that it came by; null in a batch, where it says so itself.</param>
    /// <param name="batchSent">When the batch was sent, by the sender's clock: milliseconds since 1970.</param>
    /// <param name="ours">Takes the event's JSON.</param>
    /// <returns>Why it is rejected; null when it was translated.</returns>
    public static string? Translate(ReadOnlySpan<byte> json, string? call, long? batchSent, IBufferWriter<byte> ours)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        var message = new SegmentMessage(document.RootElement, call);
        var type = TypeOf(message);
        if (type is null) return "type is none of track, page, screen, identify, group, alias";
        if (type.Length == 0) return message.EventName is null ? "no event" : "event has no name of letters or digits";
        if (!message.TryProperties(out var properties)) return "properties or traits are not an object";
        if (!message.TryHappened(out var happened)) return "timestamp is not a time (ISO 8601, or milliseconds since 1970)";

        using var writer = new Utf8JsonWriter(ours, Plain);
        writer.WriteStartObject();
        WriteText(writer, "event_id", message.MessageId);
        writer.WriteString("type", type);
        WriteText(writer, "uuid", message.Visitor);
        WriteText(writer, "user_id", message.UserId);
        WriteTime(writer, "event_timestamp", happened);
        WriteTime(writer, "sent_timestamp", message.Sent ?? batchSent);
        WriteProperties(writer, message, properties);
        WriteContext(writer, message.Context);
        writer.WriteEndObject();
        return null;
    }

    private static string? TypeOf(in SegmentMessage message) => message.Call switch
    {
        "track" => SegmentNames.TypeOf(message.EventName ?? ""),
        "page" or "screen" => "pageload",
        "identify" or "group" or "alias" => message.Call,
        _ => null,
    };

    private static void WriteProperties(Utf8JsonWriter writer, in SegmentMessage message, JsonElement? properties)
    {
        var written = new HashSet<string>();
        writer.WriteStartObject("properties");
        foreach (var property in properties?.EnumerateObject() ?? default)
        {
            property.WriteTo(writer);
            written.Add(property.Name);
        }

        foreach (var (name, value) in Added(message))
            if (value is not null && written.Add(name)) writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    /// <summary>What Segment says elsewhere, and we among the properties.</summary>
    private static IEnumerable<(string Name, string? Value)> Added(SegmentMessage message)
    {
        yield return ("user_agent", message.UserAgent);
        yield return ("group_id", message.GroupId);
        yield return ("previous_id", message.PreviousId);
        if (message.Call is not ("page" or "screen")) yield break;
        yield return ("description", message.Name ?? "page load");
        foreach (var name in OfPage)
            yield return (name, message.Page is { } page && page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null);
    }

    private static void WriteContext(Utf8JsonWriter writer, JsonElement? context)
    {
        if (context is not { } members) return;
        writer.WriteStartObject("context");
        foreach (var member in members.EnumerateObject())
            if (!member.Name.Equals("ip", StringComparison.OrdinalIgnoreCase)) member.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, long? time)
    {
        if (time is { } milliseconds) writer.WriteNumber(name, milliseconds);
    }
}
