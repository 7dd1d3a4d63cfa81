using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdmShopper.Plan;

/// <summary>Writes an event as the tracker would send it.</summary>
internal static class EventText
{
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="id">The event's id.</param>
    /// <param name="visitor">Whose it is.</param>
    /// <param name="act">What was done.</param>
    /// <param name="time">When, by the visitor's clock (milliseconds since 1970).</param>
    public static byte[] Write(string id, Visitor visitor, Act act, long time)
    {
        var text = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(text, Plainly))
        {
            json.WriteStartObject();
            json.WriteString("event_id", id);
            json.WriteString("type", act.Type);
            json.WriteString("uuid", visitor.Id);
            json.WriteString("session_id", visitor.Session);
            json.WriteNumber("event_timestamp", time);
            json.WriteStartObject("properties");
            act.Properties(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }
}
