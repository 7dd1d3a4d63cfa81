using EdmStream.Push;

namespace EdmStream.Consume;

/// <summary>How far the reading of all assigned partitions has come.</summary>
internal static class ReadingProgress
{
    /// <summary>Null when all that was in the log at the assignment has been read.</summary>
    public static Rebuild? RebuildOf(IReadOnlyCollection<TopicReading> readings)
    {
        var left = readings.Sum(r => r.LeftToRebuild);
        if (left == 0) return null;
        var all = readings.Sum(r => r.ToRebuild);
        return new Rebuild(all - left, all);
    }

    /// <summary>The moment up to which all that was received is counted: a partition that was read to its end is counted to now.</summary>
    /// <param name="readings">All assigned partitions.</param>
    /// <param name="lastAnswer">The last moment at which the brokers could have told of more: now, while they answer.</param>
    public static long CountedTo(IReadOnlyCollection<TopicReading> readings, long lastAnswer) =>
        readings.Min(r => r.AtEnd ? lastAnswer : Math.Min(r.NewestReceive, lastAnswer));
}
