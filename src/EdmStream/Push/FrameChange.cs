using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdmStream.Push;

/// <summary>
/// What is different from the connection's last frame, as <see cref="JsonDelta"/> says it. Most connections are sent the same,
/// so it is put into JSON once.
/// </summary>
/// <param name="Change">Of the frame without its events.</param>
/// <param name="Events">The events since.</param>
/// <param name="Skipped">How many more there were.</param>
[JsonConverter(typeof(AsWritten))]
public sealed record FrameChange(JsonElement Change, IReadOnlyList<LogRow> Events, long Skipped) : FrameMessage(Events, Skipped)
{
    // As SignalR escapes: it is read by JSON.parse and nothing else.
    private static readonly JsonSerializerOptions Web = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Two connections may be the first at once; both then write the same.
    private byte[]? _json;

    private byte[] Json => _json ??= Write();

    private byte[] Write()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Web.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("change");
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(Change), skipInputValidation: true);
            writer.WritePropertyName("events");
            JsonSerializer.Serialize(writer, Events, Web);
            writer.WriteNumber("skipped", Skipped);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Only written: who reads it is the dashboard.</summary>
    private sealed class AsWritten : JsonConverter<FrameChange>
    {
        public override FrameChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, FrameChange value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
