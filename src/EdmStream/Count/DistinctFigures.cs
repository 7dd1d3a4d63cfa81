namespace EdmStream.Count;

/// <summary>The figures that add up over partitions but not over time, as of one moment. Immutable.</summary>
/// <param name="VisitorsNow">Seen in the last five minutes.</param>
/// <param name="ActiveCarts">Seen in the last ten, with something in the cart.</param>
/// <param name="Windows">In the order of <see cref="Buckets.Windows"/>.</param>
internal sealed record DistinctFigures(int VisitorsNow, int ActiveCarts, WindowVisitors[] Windows)
{
    public static DistinctFigures None { get; } = new(0, 0, new WindowVisitors[Buckets.Windows.Count]);

    public static DistinctFigures operator +(DistinctFigures a, DistinctFigures b) =>
        new(a.VisitorsNow + b.VisitorsNow, a.ActiveCarts + b.ActiveCarts, [.. a.Windows.Zip(b.Windows, (x, y) => x + y)]);
}
