using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>Sums a step of a window, and of the window before it, over all partitions.</summary>
/// <param name="span">The window.</param>
/// <param name="partitions">All of them.</param>
internal sealed class StepSums(WindowSpan span, IReadOnlyCollection<SharedPartition> partitions)
{
    public Traffic Traffic()
    {
        var (now, before) = (Counted(0), Counted(span.Length));
        return new Traffic(
            (long)span.First * Buckets.Milliseconds, span.Step * Buckets.Milliseconds, now.PageLoads, now.Clicks, now.Commerce, now.Orders,
            new TrafficBefore(before.PageLoads, before.Clicks, before.Commerce, before.Orders));
    }

    /// <summary>Revenue in a currency.</summary>
    /// <param name="currency">Its three letters.</param>
    /// <param name="earlier">How many buckets before the window.</param>
    public decimal[] Revenue(ReadOnlySpan<byte> currency, int earlier)
    {
        var steps = new decimal[span.Steps];
        foreach (var partition in partitions)
            for (var bucket = 0; bucket < span.Steps * span.Step; bucket++)
                if (partition.ByBucket.At(span.First - earlier + bucket)?.Takings.Of(currency) is { } takings) steps[bucket / span.Step] += takings.Revenue;
        return steps;
    }

    private (int[] PageLoads, int[] Clicks, int[] Commerce, int[] Orders) Counted(int earlier)
    {
        var (pageLoads, clicks, commerce, orders) = (new int[span.Steps], new int[span.Steps], new int[span.Steps], new int[span.Steps]);
        foreach (var partition in partitions)
        {
            for (var bucket = 0; bucket < span.Steps * span.Step; bucket++)
            {
                if (partition.ByBucket.At(span.First - earlier + bucket) is not { } counts) continue;
                var step = bucket / span.Step;
                pageLoads[step] += counts.PageLoads;
                clicks[step] += counts.Clicks;
                commerce[step] += counts.Commerce;
                orders[step] += counts.Orders;
            }
        }

        return (pageLoads, clicks, commerce, orders);
    }
}
