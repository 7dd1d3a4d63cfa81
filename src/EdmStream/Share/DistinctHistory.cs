using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>A figure of distinct visitors over time: as of now, and as it was when buckets closed.</summary>
internal static class DistinctHistory
{
    /// <param name="span">The window.</param>
    /// <param name="partitions">All of them: where one has no value there is none.</param>
    /// <param name="now">As of now.</param>
    /// <param name="figure">What is looked at.</param>
    public static Distinct<T> Of<T>(WindowSpan span, IReadOnlyCollection<PartitionCounts> partitions, DistinctFigures now, Func<DistinctFigures, T> figure)
        where T : struct
    {
        var series = new T?[span.Steps];
        for (var i = 0; i < span.Steps - 1; i++) series[i] = At(span.First + (i + 1) * span.Step - 1);
        series[^1] = figure(now);
        return new Distinct<T>(figure(now), At(span.After), series);

        T? At(int bucket) => ClosedAt(partitions, bucket) is { } closed ? figure(closed) : null;
    }

    /// <summary>The figures of all partitions as they were when a bucket closed.</summary>
    public static DistinctFigures? ClosedAt(IReadOnlyCollection<PartitionCounts> partitions, int bucket)
    {
        DistinctFigures? sum = null;
        foreach (var partition in partitions)
        {
            if (partition.ClosedAt(bucket) is not { } closed) return null;
            sum = sum is null ? closed : sum + closed;
        }

        return sum;
    }
}
