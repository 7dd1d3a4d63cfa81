using EdmContracts;
using EdmKafka;
using EdmKafka.Telemetry;
using EdmStream.Count;
using EdmStream.Share;

namespace EdmStream.Consume;

/// <summary>Reads one partition of one topic: gives each record its verdict, keeps the books, and counts what is shown.</summary>
/// <param name="partition">Which one.</param>
/// <param name="counts">The counts of its index, which it shares with the same partition of the other topics.</param>
/// <param name="begin">The offset read from.</param>
/// <param name="countFrom">What was received before this only fills the memory of ids: milliseconds since 1970.</param>
/// <param name="horizon">The dedupe horizon.</param>
/// <param name="kept">The books of the last owner, which go on where they ended; null where they begin anew.</param>
internal sealed class TopicReading(
    LogPartition partition, PartitionCounts counts, long begin, long countFrom, TimeSpan horizon, KeptBooks? kept = null)
{
    private readonly Kind _kind = Kinds.Of(partition.Topic);
    private readonly VerdictRules _rules = new(horizon);
    private long _from = begin, _knownEnd = begin;
    private bool _rebuilt, _counts;

    public LogPartition Partition { get; } = partition;

    public PartitionCounts Counts { get; } = counts;

    /// <summary>For the metrics.</summary>
    public JudgedEvents Judged { get; } = JudgedEvents.Of("live", partition.Topic);

    public Tally Tally { get; } = kept is null ? new Tally(begin) : new Tally(kept.Books);

    /// <summary>The offset that is read next: not yet in the books' reach where they go on.</summary>
    public long Next { get; private set; } = begin;

    /// <summary>What was received from here on is in the books: milliseconds since 1970.</summary>
    public long CountedFrom { get; } = kept?.Since ?? countFrom;

    /// <summary>The records that reading again means, and how many of them are still to come.</summary>
    public long ToRebuild => _knownEnd - _from;

    public long LeftToRebuild => _rebuilt ? 0 : Math.Max(0, _knownEnd - Next);

    /// <summary>Whether all that the partition holds was read.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The receive time of the newest record read: milliseconds since 1970.</summary>
    public long NewestReceive { get; private set; }

    /// <summary>Reading begins, or goes on where it had ended.</summary>
    /// <param name="knownEnd">The log's end now: up to there the log is read again.</param>
    public void Begin(long knownEnd)
    {
        (_from, _knownEnd) = (Next, Math.Max(Next, knownEnd));
        AtEnd = _rebuilt = _from == _knownEnd;
    }

    /// <returns>Whether the record is shown.</returns>
    public bool Take(scoped in ConsumedRecord record, out LogRecord read)
    {
        AtEnd = false;
        Next = record.Offset + 1;
        NewestReceive = Math.Max(NewestReceive, record.ReceiveTime);
        var verdict = LogRecord.TryRead(Partition.Topic, record.Value, record.ReceiveTime, out read, out _) ? _rules.Judge(read) : Verdict.Rejected;
        _counts |= record.ReceiveTime >= countFrom;
        if (!_counts)
        {
            if (kept is null) Tally.PassOver(record.Offset);
            return false;
        }

        if (record.Offset >= Tally.Next)
        {
            Tally.Count(record.Offset, verdict);
            Judged.Count(verdict, read.EventTime);
        }

        if (verdict != Verdict.Shown) return false;
        Counts.Add(_kind, read);
        return true;
    }

    /// <summary>The log no longer held some offsets. From here on the books count: to pass a later record over would take them out again.</summary>
    public void Expire(long count)
    {
        _counts = true;
        Next += count;
        if (Next <= Tally.Next) return;
        Judged.Expire(Next - Tally.Next);
        Tally.Expire(Next - Tally.Next);
    }

    /// <summary>The log may end in a hole: then no record stands where its end was.</summary>
    public void ReachEnd() => (AtEnd, _rebuilt) = (true, true);
}
