namespace EdmStream.Count;

/// <summary>How many visitors have a moment in a later bucket than one: every figure of distinct visitors is such a number.</summary>
/// <param name="Seen">By when they were last seen.</param>
/// <param name="Buyers">By their last order.</param>
/// <param name="Carts">By the moment from which on their cart is active for ten minutes more.</param>
/// <param name="Viewed">By the funnel's steps, as the three that follow.</param>
internal sealed record VisitorMoments(
    Func<int, int> Seen, Func<int, int> Buyers, Func<int, int> Carts,
    Func<int, int> Viewed, Func<int, int> Added, Func<int, int> Checkout, Func<int, int> Ordered)
{
    /// <summary>For so long after somebody was seen, a cart is active.</summary>
    public const int ActiveFor = 10 * Buckets.AMinute;

    /// <summary>The figures as of a bucket.</summary>
    public DistinctFigures At(int bucket) => new(
        Seen(bucket - Buckets.Windows[0] * Buckets.AMinute), Carts(bucket - ActiveFor), [.. Buckets.Windows.Select(window => In(bucket - window * Buckets.AMinute))]);

    private WindowVisitors In(int after) => new(Seen(after), Buyers(after), Viewed(after), Added(after), Checkout(after), Ordered(after));
}
