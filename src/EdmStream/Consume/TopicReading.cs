using EdmContracts;
using EdmKafka;
using EdmStream.Count;

namespace EdmStream.Consume;

/// <summary>Reads one partition of one topic: gives each record its verdict, keeps the books, and counts what is shown.</summary>
/// <param name="partition">Which one.</param>
/// <param name="counts">The counts of its index, which it shares with the same partition of the other topics.</param>
/// <param name="begin">The offset read from.</param>
/// <param name="countFrom">What was received before this only fills the memory of ids: milliseconds since 1970.</param>
/// <param name="horizon">The dedupe horizon.</param>
internal sealed class TopicReading(LogPartition partition, PartitionCounts counts, long begin, long countFrom, TimeSpan horizon)
{
    private readonly Kind _kind = Kinds.Of(partition.Topic);
    private readonly VerdictRules _rules = new(horizon);
    private long _from = begin, _knownEnd = begin;
    private bool _rebuilt;

    public LogPartition Partition { get; } = partition;

    public PartitionCounts Counts { get; } = counts;

    public Tally Tally { get; } = new(begin);

    /// <summary>What was received from here on is in the books: milliseconds since 1970.</summary>
    public long CountedFrom { get; } = countFrom;

    /// <summary>The records that reading again means, and how many of them are still to come.</summary>
    public long ToRebuild => _knownEnd - _from;

    public long LeftToRebuild => _rebuilt ? 0 : Math.Max(0, _knownEnd - Tally.Next);

    /// <summary>Whether all that the partition holds was read.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The receive time of the newest record read: milliseconds since 1970.</summary>
    public long NewestReceive { get; private set; }

    /// <summary>Reading begins, or goes on where it had ended.</summary>
    /// <param name="knownEnd">The log's end now: up to there the log is read again.</param>
    public void Begin(long knownEnd)
    {
        (_from, _knownEnd) = (Tally.Next, Math.Max(Tally.Next, knownEnd));
        AtEnd = _rebuilt = _from == _knownEnd;
    }

    /// <returns>Whether the record is shown.</returns>
    public bool Take(scoped in ConsumedRecord record, out LogRecord read)
    {
        AtEnd = false;
        NewestReceive = Math.Max(NewestReceive, record.ReceiveTime);
        var verdict = LogRecord.TryRead(Partition.Topic, record.Value, record.ReceiveTime, out read, out _) ? _rules.Judge(read) : Verdict.Rejected;
        if (record.ReceiveTime < CountedFrom && Tally.IsEmpty)
        {
            Tally.PassOver(record.Offset);
            return false;
        }

        Tally.Count(record.Offset, verdict);
        if (verdict != Verdict.Shown) return false;
        Counts.Add(_kind, read);
        return true;
    }

    /// <summary>The log may end in a hole: then no record stands where its end was.</summary>
    public void ReachEnd() => (AtEnd, _rebuilt) = (true, true);
}
