using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>The figures of distinct visitors over a window and the one before: as of now, and as they were when its steps' buckets closed.</summary>
internal sealed class DistinctHistory
{
    private readonly DistinctFigures _now;
    private readonly DistinctFigures?[] _ends, _endsBefore;

    /// <param name="span">The window.</param>
    /// <param name="partitions">All of them: where one has no value there is none.</param>
    /// <param name="now">As of now.</param>
    public DistinctHistory(WindowSpan span, IReadOnlyCollection<SharedPartition> partitions, DistinctFigures now)
    {
        _now = now;
        Before = ClosedAt(span.After);
        _ends = [.. Ends(span.First).SkipLast(1), now];
        _endsBefore = [.. Ends(span.First - span.Length)];

        IEnumerable<DistinctFigures?> Ends(int first) => Enumerable.Range(1, span.Steps).Select(step => ClosedAt(first + step * span.Step - 1));

        DistinctFigures? ClosedAt(int bucket)
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

    /// <summary>As of one window ago; null where nobody counted then.</summary>
    public DistinctFigures? Before { get; }

    /// <param name="figure">What is looked at.</param>
    public Distinct<T> Of<T>(Func<DistinctFigures, T> figure) where T : struct
    {
        return new Distinct<T>(figure(_now), Known(Before), [.. _ends.Select(Known)], [.. _endsBefore.Select(Known)]);

        T? Known(DistinctFigures? at) => at is null ? null : figure(at);
    }
}
