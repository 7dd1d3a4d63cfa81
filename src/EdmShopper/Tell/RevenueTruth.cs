namespace EdmShopper.Tell;

/// <summary>What came in, in one currency.</summary>
/// <param name="Revenue">The orders' totals.</param>
/// <param name="Orders">How many orders.</param>
/// <param name="Average">The one over the other, to the cent.</param>
public sealed record RevenueTruth(decimal Revenue, int Orders, decimal Average)
{
    internal static SortedDictionary<string, RevenueTruth> Of(IEnumerable<LogEntry> completed) => new(
        completed.GroupBy(Currency).ToDictionary(g => g.Key, g =>
        {
            var revenue = g.Sum(e => e.Properties.Number("total") ?? OrderedProduct.Of(e).Sum(p => p.Revenue));
            return new RevenueTruth(revenue, g.Count(), Math.Round(revenue / g.Count(), 2, MidpointRounding.AwayFromZero));
        }), StringComparer.Ordinal);

    /// <summary>The order's currency; Segment's default is dollars.</summary>
    internal static string Currency(LogEntry order) => order.Text("currency") ?? "USD";
}
