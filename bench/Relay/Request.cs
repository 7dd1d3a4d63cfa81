using System.Buffers.Text;
using System.Text;

namespace Relay;

/// <summary>
/// A request's bytes, made once: before each use every event in it is given a new id, another visitor and the time, in place.
/// </summary>
internal sealed class Request
{
    private static readonly (byte[] Id, byte[] Session)[] Visitors =
        [.. Enumerable.Range(0, 5000).Select(_ => (NewId(), NewId()))];

    private readonly byte[] _bytes;
    private readonly byte[] _accepted;
    private readonly Spots[] _events;

    /// <param name="firstType">Where in the mix of types to begin.</param>
    /// <param name="events">1 for a lone object, more for an array.</param>
    public Request(int firstType, int events)
    {
        var texts = string.Join(',', Enumerable.Range(firstType, events).Select(SampleEvents.Text));
        var body = events == 1 ? texts : $"[{texts}]";
        var head = $"POST /events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        _bytes = Encoding.UTF8.GetBytes(head + body);
        _accepted = Encoding.UTF8.GetBytes($"\"accepted\":{events},");

        _events = new Spots[events];
        var end = 0;
        int After(ReadOnlySpan<byte> name) => end += _bytes.AsSpan(end).IndexOf(name) + name.Length;
        for (var i = 0; i < events; i++)
            _events[i] = new Spots(After("\"event_id\":\""u8), After("\"uuid\":\""u8), After("\"session_id\":\""u8), After("\"event_timestamp\":"u8));
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>What the answer holds when all events were accepted.</summary>
    public ReadOnlySpan<byte> Accepted => _accepted;

    /// <param name="random">The sender's own.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    public void Renew(Random random, long now)
    {
        foreach (var at in _events)
        {
            WriteId(_bytes.AsSpan(at.EventId), random, now);
            var (visitor, session) = Visitors[random.Next(Visitors.Length)];
            visitor.CopyTo(_bytes, at.Visitor);
            session.CopyTo(_bytes, at.Session);
            Utf8Formatter.TryFormat(now, _bytes.AsSpan(at.Time), out _);
        }
    }

    /// <summary>A UUID of version 7, made quickly: no two are alike, but anyone could guess the next.</summary>
    private static void WriteId(Span<byte> text, Random random, long now)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        for (var i = 0; i < 6; i++) id[i] = (byte)(now >> (40 - 8 * i));
        id[6] = (byte)(0x70 | (id[6] & 0x0f));
        id[8] = (byte)(0x80 | (id[8] & 0x3f));
        new Guid(id, bigEndian: true).TryFormat(text, out _);
    }

    private static byte[] NewId() => Encoding.ASCII.GetBytes(Guid.NewGuid().ToString());

    /// <summary>Where an event's values begin.</summary>
    private readonly record struct Spots(int EventId, int Visitor, int Session, int Time);
}
