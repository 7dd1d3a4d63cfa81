using EdmContracts;
using EdmKafka;
using EdmStream.Count;

namespace EdmStream.Consume;

/// <summary>How far one partition of one topic was read, and its books.</summary>
/// <param name="begin">The offset read from.</param>
/// <param name="knownEnd">The log's end when reading began: up to there the log is read again.</param>
/// <param name="horizon">The dedupe horizon.</param>
internal sealed class TopicReading(long begin, long knownEnd, TimeSpan horizon)
{
    private bool _rebuilt;

    public VerdictRules Rules { get; } = new(horizon);

    public Tally Tally { get; } = new(begin);

    /// <summary>The records that reading again means, and how many of them are still to come.</summary>
    public long ToRebuild => Math.Max(0, knownEnd - begin);

    public long LeftToRebuild => _rebuilt ? 0 : Math.Max(0, knownEnd - Tally.Next);

    /// <summary>Whether all that the partition holds was read.</summary>
    public bool AtEnd { get; private set; } = begin >= knownEnd;

    /// <summary>The receive time of the newest record read: milliseconds since 1970.</summary>
    public long NewestReceive { get; private set; }

    public void Reached(long receiveTime)
    {
        AtEnd = false;
        NewestReceive = Math.Max(NewestReceive, receiveTime);
    }

    /// <summary>The log may end in a hole: then no record stands where its end was.</summary>
    public void ReachEnd() => (AtEnd, _rebuilt) = (true, true);

    /// <returns>Whether the record counts: it does not when it was received before what is counted.</returns>
    public bool Count(scoped in ConsumedRecord record, Verdict verdict, long countFrom)
    {
        if (record.ReceiveTime < countFrom && Tally.IsEmpty)
        {
            Tally.PassOver(record.Offset);
            return false;
        }

        Tally.Count(record.Offset, verdict);
        return true;
    }
}
