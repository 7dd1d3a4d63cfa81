namespace EdmShopper.Tell;

/// <summary>What a window must show.</summary>
/// <param name="Minutes">The window.</param>
/// <param name="Visitors">Distinct visitors seen in it.</param>
/// <param name="PageLoads">Page loads.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Orders">Orders, in whatever currency.</param>
/// <param name="Revenue">By currency.</param>
/// <param name="Funnel">Who came how far.</param>
/// <param name="Conversion">Visitors with an order over visitors, to six digits; zero when there were none.</param>
/// <param name="Top">The ten products that brought most.</param>
/// <param name="Buttons">Clicks by button, the most clicked first.</param>
public sealed record WindowTruth(
    int Minutes, int Visitors, int PageLoads, int Clicks, int Orders, IReadOnlyDictionary<string, RevenueTruth> Revenue, FunnelTruth Funnel,
    decimal Conversion, IReadOnlyList<ProductTruth> Top, IReadOnlyList<ButtonTruth> Buttons)
{
    /// <param name="shown">Every shown record in the log's order.</param>
    /// <param name="moment">When the window ends (milliseconds since 1970).</param>
    /// <param name="minutes">The window.</param>
    internal static WindowTruth Of(IReadOnlyList<LogEntry> shown, long moment, int minutes)
    {
        var inside = shown.Where(e => Buckets.IsIn(e.Bucket, moment, minutes)).ToList();
        var visitors = inside.Where(e => e.Visitor.Length > 0).Select(e => e.Visitor).Distinct().Count();
        var completed = inside.Where(e => e.Type == "order_completed").ToList();
        var buyers = completed.Where(e => e.Visitor.Length > 0).Select(e => e.Visitor).Distinct().Count();
        return new WindowTruth(
            minutes,
            visitors,
            inside.Count(e => e.Type == "pageload"),
            inside.Count(e => e.Type == "click"),
            completed.Count,
            RevenueTruth.Of(completed),
            FunnelTruth.Of(inside),
            visitors == 0 ? 0 : Math.Round((decimal)buyers / visitors, 6),
            ProductTruth.TopTen(inside),
            ButtonTruth.Of(inside));
    }
}
