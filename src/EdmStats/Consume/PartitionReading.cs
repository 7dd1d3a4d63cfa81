using EdmContracts;
using EdmKafka;
using EdmKafka.Telemetry;
using EdmStats.Persist;

namespace EdmStats.Consume;

/// <summary>
/// Reads one partition of one topic: first back through what is counted already, for the memory of ids, then what is not.
/// </summary>
/// <param name="partition">Which one.</param>
/// <param name="topicId">Its topic's id.</param>
/// <param name="begin">The offset read from.</param>
/// <param name="stored">The offset that the tables stand at: what lies before is counted.</param>
/// <param name="newestReceive">The newest receive time counted: milliseconds since 1970.</param>
/// <param name="end">The log's end at the beginning.</param>
/// <param name="horizon">The dedupe horizon.</param>
/// <param name="anewFrom">What happened from here on is counted all the same, where it is counted anew: milliseconds since 1970.</param>
internal sealed class PartitionReading(LogPartition partition, string topicId, long begin, long stored, long newestReceive, long end, TimeSpan horizon, long anewFrom = long.MaxValue)
{
    private readonly VerdictRules _rules = new(horizon);
    private readonly Kind _kind = Kinds.Of(partition.Topic);
    private readonly JudgedEvents _judged = JudgedEvents.Of("history", partition.Topic);
    private long _read = begin, _stored = stored, _next = stored, _newestReceive = newestReceive, _saidCountedTo;
    private bool _atEnd;

    /// <summary>Whether there is anything that the tables do not have.</summary>
    public bool HasNews => _next > _stored;

    /// <summary>How many of the records that were there at the beginning are still to come.</summary>
    public long Left => _atEnd ? 0 : Math.Max(0, end - _next);

    /// <summary>Whether it still reads what is counted already.</summary>
    public bool IsReadingBack { get; private set; } = begin < stored;

    public void Take(scoped in ConsumedRecord record, HistoryBatch batch)
    {
        _atEnd = false;
        _read = record.Offset + 1;
        _newestReceive = Math.Max(_newestReceive, record.ReceiveTime);
        var isRecord = LogRecord.TryRead(partition.Topic, record.Value, record.ReceiveTime, out var read, out var reason);
        var verdict = isRecord ? _rules.Judge(read) : Verdict.Rejected;
        var isCounted = record.Offset < _stored;
        if ((verdict is Verdict.Shown or Verdict.Late) && (!isCounted || read.EventTime >= anewFrom)) batch.Add(_kind, read);
        if (isCounted) return;
        IsReadingBack = false;
        _next = record.Offset + 1;
        _judged.Count(verdict, read.EventTime);
        if (verdict == Verdict.Rejected) batch.Reject(new(partition, record.Offset, record.ReceiveTime, record.Key.ToArray(), record.Value.ToArray(), reason!));
    }

    /// <summary>The log lost them before they were read.</summary>
    public void Expire(long count) => _judged.Expire(count);

    /// <summary>Whether what lies at this offset was read already.</summary>
    public bool IsBehind(long offset) => offset < _read;

    /// <summary>The log may end in a hole: then no record stands where its end was.</summary>
    public void ReachEnd(long at)
    {
        _read = at;
        _next = Math.Max(_next, at);
        (_atEnd, IsReadingBack) = (true, false);
    }

    /// <summary>What a transaction says of it.</summary>
    /// <param name="lastAnswer">The last moment at which the brokers could have told of more.</param>
    public OffsetMove Move(long lastAnswer) => new(partition, topicId, _stored, _next, _newestReceive, CountedTo(lastAnswer));

    /// <summary>Whether the tables say of a moment too long ago that all is counted up to it.</summary>
    public bool IsStale(long lastAnswer, TimeSpan atMost) => CountedTo(lastAnswer) - _saidCountedTo >= atMost.TotalMilliseconds;

    /// <summary>The tables have what was read.</summary>
    public void Moved(OffsetMove move, long now)
    {
        (_stored, _saidCountedTo) = (move.To, move.CountedTo);
        _judged.Sample(now);
    }

    private long CountedTo(long lastAnswer) => _atEnd ? lastAnswer : Math.Min(_newestReceive, lastAnswer);
}
