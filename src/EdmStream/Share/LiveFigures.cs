using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// Adds the partitions up. What one visitor did lies in one partition, so that distinct figures add up as well. It
/// belongs to one thread.
/// </summary>
internal sealed class LiveFigures
{
    private readonly WindowSums[] _windows = [.. Buckets.Windows.Select((_, index) => new WindowSums(index))];

    /// <summary>The figures of each window at a moment.</summary>
    /// <param name="partitions">Every partition.</param>
    /// <param name="now">Milliseconds since 1970; never before an earlier one.</param>
    public IReadOnlyDictionary<int, WindowFigures> At(IReadOnlyCollection<SharedPartition> partitions, long now)
    {
        var moment = Buckets.Of(now);
        foreach (var partition in partitions) partition.Slide(moment);
        var distinct = partitions.Aggregate(DistinctFigures.None, (sum, partition) => sum + partition.DistinctAt(moment));
        return Buckets.Windows.Select((minutes, index) => (minutes, Figures: _windows[index].At(partitions, moment, distinct)))
            .ToDictionary(w => w.minutes, w => w.Figures);
    }
}
