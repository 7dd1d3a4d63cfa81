using EdmContracts;
using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Consume;

/// <summary>How far the reading of all assigned partitions has come, and their books, in the words of a frame.</summary>
internal static class ReadingProgress
{
    /// <summary>Null when all that was in the log at the assignment has been read.</summary>
    public static Rebuild? RebuildOf(IReadOnlyDictionary<LogPartition, TopicReading> readings)
    {
        var left = readings.Values.Sum(r => r.LeftToRebuild);
        if (left == 0 && readings.Count > 0) return null;
        var all = readings.Values.Sum(r => r.ToRebuild);
        return new Rebuild(all - left, all);
    }

    /// <summary>The moment up to which all that was received is counted: a partition that was read to its end is counted to now.</summary>
    /// <param name="readings">All assigned partitions.</param>
    /// <param name="lastAnswer">The last moment at which the brokers could have told of more: now, while they answer.</param>
    public static long CountedTo(IReadOnlyDictionary<LogPartition, TopicReading> readings, long lastAnswer) =>
        readings.Values.Min(r => r.AtEnd ? lastAnswer : Math.Min(r.NewestReceive, lastAnswer));

    public static IReadOnlyList<PartitionBooks> Books(IReadOnlyDictionary<LogPartition, TopicReading> readings) =>
        [.. readings.OrderBy(r => r.Key.Topic, StringComparer.Ordinal).ThenBy(r => r.Key.Index).Select(r => BooksOf(r.Key, r.Value))];

    private static PartitionBooks BooksOf(LogPartition partition, TopicReading reading)
    {
        var tally = reading.Tally;
        return new PartitionBooks(
            partition.Topic, partition.Index, tally.Next - tally.From,
            tally[Verdict.Shown], tally[Verdict.Duplicate], tally[Verdict.Late], tally[Verdict.Bot], tally[Verdict.Rejected], tally.Expired);
    }
}
