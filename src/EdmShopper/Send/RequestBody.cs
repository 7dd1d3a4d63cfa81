using System.Buffers;
using System.Buffers.Text;

namespace EdmShopper.Send;

/// <summary>An array of events that are JSON already, and the tracker's envelope around it where the body says when it was sent.</summary>
internal static class RequestBody
{
    /// <param name="events">The events in their order.</param>
    /// <param name="sent">The sender's clock as the body goes out (milliseconds since 1970); null for the array alone.</param>
    public static byte[] Of(IReadOnlyList<OutgoingEvent> events, long? sent)
    {
        var body = new ArrayBufferWriter<byte>(events.Sum(e => e.Json.Length + 1) + 64);
        if (sent is { } clock)
        {
            body.Write("{\"sent_timestamp\":"u8);
            Utf8Formatter.TryFormat(clock, body.GetSpan(20), out var length);
            body.Advance(length);
            body.Write(",\"events\":"u8);
        }

        body.Write("["u8);
        for (var i = 0; i < events.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(events[i].Json.Span);
        }

        body.Write(sent is null ? "]"u8 : "]}"u8);
        return body.WrittenSpan.ToArray();
    }
}
