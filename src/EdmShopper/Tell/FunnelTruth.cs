namespace EdmShopper.Tell;

/// <summary>Distinct visitors by how far they came, every step after the one before it in the order of the log and inside the window.</summary>
/// <param name="Viewed">Looked at a product.</param>
/// <param name="Added">Then put one into the cart.</param>
/// <param name="Checkout">Then began to check out.</param>
/// <param name="Ordered">Then ordered.</param>
public sealed record FunnelTruth(int Viewed, int Added, int Checkout, int Ordered)
{
    private static readonly string[] Steps = ["product_viewed", "product_added", "checkout_started", "order_completed"];

    internal static FunnelTruth Of(IEnumerable<LogEntry> inside)
    {
        var reached = inside.Where(e => e.Visitor.Length > 0).GroupBy(e => e.Visitor)
            .Select(g => g.Aggregate(0, (step, e) => step < Steps.Length && e.Type == Steps[step] ? step + 1 : step)).ToList();
        return new FunnelTruth(reached.Count(s => s >= 1), reached.Count(s => s >= 2), reached.Count(s => s >= 3), reached.Count(s => s >= 4));
    }
}
