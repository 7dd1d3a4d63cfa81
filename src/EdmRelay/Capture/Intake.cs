using System.Buffers;
using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmKafka;
using EdmRelay.Capture.Bots;

namespace EdmRelay.Capture;

/// <summary>
/// Takes the events of one body, one after the other: each becomes a record of the batch or is listed as rejected. It
/// belongs to one request.
/// </summary>
/// <param name="batch">Where the records go.</param>
/// <param name="crawlers">Names the bots among the senders.</param>
/// <param name="browser">The user agent of the browser that sent the body; null when none did.</param>
internal sealed class Intake(RecordBatch batch, KnownCrawlers crawlers, string? browser)
{
    private readonly ulong[] _names = NamesOfThisThread ??= new ulong[EventLimits.Names];
    private readonly string? _botByRequest = browser is null ? null : crawlers.NameOf(Encoding.UTF8.GetBytes(browser));

    // An intake is filled on one thread in one go.
    [ThreadStatic]
    private static ulong[]? NamesOfThisThread;

    /// <summary>The events met so far.</summary>
    public int Events { get; private set; }

    /// <summary>Those of them that were rejected, in the body's order.</summary>
    public List<RejectedEvent> Rejected { get; } = [];

    /// <summary>When the body was sent, by the sender's clock, where it says so: milliseconds since 1970.</summary>
    public long? SentTimestamp { get; set; }

    /// <summary>The write key, where the body holds it.</summary>
    public string? WriteKey { get; set; }

    /// <summary>Takes the event that the reader stands on.</summary>
    /// <inheritdoc cref="EventReader.Read" path="/param|/exception"/>
    public void Take(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        var reason = EventReader.Read(ref reader, body, _names, out var captured);
        Take(captured, reason);
    }

    /// <summary>Takes an event that is the whole of some bytes.</summary>
    public void TakeWhole(ReadOnlySpan<byte> json)
    {
        var captured = default(CapturedEvent);
        var reason = "not UTF-8";
        if (System.Text.Unicode.Utf8.IsValid(json)) reason = ReadWhole(json, out captured);
        Take(captured, reason);
    }

    /// <summary>Puts an event that speaks another language into ours.</summary>
    /// <param name="json">The event as it came: an object within <see cref="EventLimits"/>.</param>
    /// <param name="ours">Takes our event's JSON.</param>
    /// <returns>Why it is rejected; null when it was put.</returns>
    public delegate string? Translate(ReadOnlySpan<byte> json, IBufferWriter<byte> ours);

    /// <summary>Takes the event that the reader stands on, in another language than ours.</summary>
    /// <inheritdoc cref="EventReader.Read" path="/param|/exception"/>
    public void Take(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Translate translate)
    {
        var ours = new ArrayBufferWriter<byte>();
        var reason = EventReader.Read(ref reader, body, _names, out var captured) ?? translate(captured.Json, ours);
        if (reason is null) TakeWhole(ours.WrittenSpan);
        else Rejected.Add(new RejectedEvent(Events++, null, reason));
    }

    /// <summary>Takes the one record of a 2018 request.</summary>
    /// <inheritdoc cref="EventReader.Read" path="/param|/exception"/>
    public void TakeLegacy(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
    {
        var reason = EventReader.Read(ref reader, body, _names, out var captured) ?? EventCheck.RejectLegacy(captured.Fields);
        if (reason is not null) Reject(captured, reason);
        else RecordMaker.MakeLegacy(batch, captured, BotOf(captured));
        Events++;
    }

    /// <summary>Rejects events whose records were made already.</summary>
    /// <param name="records">The records' places in the batch.</param>
    /// <param name="reason">Why.</param>
    public void RejectRecords(IReadOnlyList<int> records, string reason)
    {
        if (records.Count == 0) return;
        var indexes = Enumerable.Range(0, Events).Except(Rejected.Select(r => r.Index)).ToList();
        foreach (var record in records)
        {
            RecordFields.TryRead(batch.ValueOf(record), out var fields, out _);
            Rejected.Add(new RejectedEvent(indexes[record], Encoding.UTF8.GetString(fields.EventId), reason));
        }

        Rejected.Sort((a, b) => a.Index.CompareTo(b.Index));
    }

    private void Take(scoped in CapturedEvent captured, string? reason)
    {
        reason ??= EventCheck.Reject(captured.Fields);
        if (reason is not null) Reject(captured, reason);
        else RecordMaker.Make(batch, captured, captured.SentTimestamp ?? SentTimestamp, BotOf(captured));
        Events++;
    }

    private string? ReadWhole(ReadOnlySpan<byte> json, out CapturedEvent captured)
    {
        captured = default;
        try
        {
            var reader = new Utf8JsonReader(json, JsonBody.AnyDepth);
            reader.Read();
            var reason = EventReader.Read(ref reader, json, _names, out captured);
            reader.Read();
            return reason;
        }
        catch (JsonException e)
        {
            return $"not JSON: it ends or breaks at byte {e.BytePositionInLine}";
        }
    }

    private string? BotOf(scoped in CapturedEvent captured) =>
        (captured.UserAgent.IsEmpty ? null : crawlers.NameOf(captured.UserAgent)) ?? _botByRequest;

    private void Reject(scoped in CapturedEvent captured, string reason) =>
        Rejected.Add(new RejectedEvent(Events, captured.Fields.EventId.IsEmpty ? null : Encoding.UTF8.GetString(captured.Fields.EventId), reason));
}
