using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdmShopper.Replay;

/// <summary>Writes one event after the other into one buffer, each taken out as an array.</summary>
internal sealed class EventWriter : IDisposable
{
    // Names and titles stay legible; the body is no page, so nothing in it needs more than JSON's own escapes.
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    public EventWriter() => _json = new Utf8JsonWriter(_buffer, Legible);

    /// <summary>The writer, with an object begun.</summary>
    public Utf8JsonWriter Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        return _json;
    }

    /// <summary>Ends the object and gives its bytes.</summary>
    public byte[] End()
    {
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();
}
