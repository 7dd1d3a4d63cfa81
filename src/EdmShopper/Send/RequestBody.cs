using System.Buffers;
using System.Buffers.Text;

namespace EdmShopper.Send;

/// <summary>The tracker's envelope around events that are JSON already.</summary>
internal static class RequestBody
{
    /// <param name="events">The events in their order.</param>
    /// <param name="sent">The sender's clock as the body goes out (milliseconds since 1970).</param>
    public static byte[] Of(IReadOnlyList<OutgoingEvent> events, long sent)
    {
        var body = new ArrayBufferWriter<byte>(events.Sum(e => e.Json.Length + 1) + 64);
        body.Write("{\"sent_timestamp\":"u8);
        Utf8Formatter.TryFormat(sent, body.GetSpan(20), out var length);
        body.Advance(length);
        body.Write(",\"events\":["u8);
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(events[i].Json.Span);
        }

        body.Write("]}"u8);
        return body.WrittenSpan.ToArray();
    }
}
