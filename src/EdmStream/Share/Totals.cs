using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// Adds the partitions up. What one visitor did lies in one partition, so that distinct figures add up as well. It
/// belongs to the thread that counts.
/// </summary>
internal sealed class Totals
{
    private const int TopKeys = 10;
    private readonly VisitorsOverTime _visitors = new();

    /// <summary>The figures of each window at a moment.</summary>
    /// <param name="partitions">The counts of every partition.</param>
    /// <param name="now">Milliseconds since 1970; never before an earlier one.</param>
    public IReadOnlyDictionary<int, WindowFigures> At(IReadOnlyCollection<PartitionCounts> partitions, long now)
    {
        var bucket = Buckets.Of(now);
        foreach (var partition in partitions) partition.Slide(bucket);
        var visitors = partitions.Sum(p => p.VisitorsAt(bucket));
        _visitors.Record(bucket, visitors);
        return Buckets.Windows.ToDictionary(window => window, window => Window(partitions, window, bucket, visitors));
    }

    /// <summary>The moments that were not counted leave a hole in what is recorded, and no false value.</summary>
    public void Forget() => _visitors.Forget();

    private WindowFigures Window(IReadOnlyCollection<PartitionCounts> partitions, int window, long bucket, int visitors)
    {
        var length = window * Buckets.AMinute;
        var step = StepOf(window);

        // Steps begin at round times: the first one may begin before the window does.
        var start = bucket - length + 1;
        var first = start / step * step;
        var steps = (int)((bucket - first) / step) + 1;

        long Since(string topic, long from) => partitions.Sum(p => p.EventsSince(topic, from));
        Counted Both(string topic) => new(Since(topic, start), Since(topic, start - length) - Since(topic, start));
        int[] Steps(string topic, long from) =>
            [.. Enumerable.Range(0, steps * step).Select(i => partitions.Sum(p => p.Events(topic, from + i))).Chunk(step).Select(c => c.Sum())];

        return new WindowFigures(
            new Figures(_visitors.Over(first, step, steps, now: visitors, before: bucket - length), Both(Topics.PageLoad), Both(Topics.Click), Both(Topics.Commerce)),
            new Traffic(
                first * Buckets.Milliseconds, step * Buckets.Milliseconds,
                Steps(Topics.PageLoad, first), Steps(Topics.Click, first), Steps(Topics.Commerce, first),
                new TrafficBefore(Steps(Topics.PageLoad, first - length), Steps(Topics.Click, first - length), Steps(Topics.Commerce, first - length))),
            Top(partitions, window));
    }

    // About as many steps as a chart can show apart.
    private static int StepOf(int window) => window switch { 5 => 1, 30 => 3, _ => 6 };

    private static List<KeyCount> Top(IReadOnlyCollection<PartitionCounts> partitions, int window) =>
        [.. partitions
            .SelectMany(p => p.Buttons(window))
            .GroupBy(b => b.Key, (key, counts) => new KeyCount(key, counts.Sum(c => c.Value)))
            .OrderByDescending(b => b.Count).ThenBy(b => b.Key, StringComparer.Ordinal)
            .Take(TopKeys)];
}
