namespace EdmShopper.Tell;

/// <summary>What a product did in a window.</summary>
/// <param name="ProductId">Which.</param>
/// <param name="Views">How often it was looked at.</param>
/// <param name="Adds">How often it was put into a cart.</param>
/// <param name="Orders">The orders that have it.</param>
/// <param name="Revenue">Price times quantity of these, by the order's currency.</param>
public sealed record ProductTruth(string ProductId, int Views, int Adds, int Orders, IReadOnlyDictionary<string, decimal> Revenue)
{
    /// <summary>
    /// The ten that brought most, then the most looked at, then by id. Currencies are never added up: products are held
    /// against each other by the currency that most of the window's orders are in.
    /// </summary>
    internal static List<ProductTruth> TopTen(IReadOnlyList<LogEntry> inside)
    {
        var views = inside.Where(e => e.Type == "product_viewed").CountBy(e => e.Text("product_id") ?? "").ToDictionary();
        var adds = inside.Where(e => e.Type == "product_added").CountBy(e => e.Text("product_id") ?? "").ToDictionary();
        var completed = inside.Where(e => e.Type == "order_completed").ToList();
        var ordered = completed.SelectMany(OrderedProduct.Of, (order, line) => (Order: order, Line: line)).ToLookup(o => o.Line.Product);
        var main = completed.CountBy(RevenueTruth.Currency).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault().Key ?? "";
        return [.. views.Keys.Union(adds.Keys).Union(ordered.Select(o => o.Key)).Where(id => id.Length > 0)
            .Select(id => new ProductTruth(
                id, views.GetValueOrDefault(id), adds.GetValueOrDefault(id), ordered[id].Select(o => o.Order).Distinct().Count(),
                new SortedDictionary<string, decimal>(ordered[id].GroupBy(o => o.Line.Currency).ToDictionary(g => g.Key, g => g.Sum(o => o.Line.Revenue)), StringComparer.Ordinal)))
            .OrderByDescending(p => p.Revenue.GetValueOrDefault(main)).ThenByDescending(p => p.Views).ThenBy(p => p.ProductId, StringComparer.Ordinal)
            .Take(10)];
    }
}
