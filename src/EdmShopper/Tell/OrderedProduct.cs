using System.Text.Json;

namespace EdmShopper.Tell;

/// <summary>One line of an order.</summary>
internal sealed record OrderedProduct(string Product, decimal Revenue, string Currency)
{
    public static IEnumerable<OrderedProduct> Of(LogEntry order) =>
        order.Properties.ValueKind == JsonValueKind.Object
        && order.Properties.TryGetProperty("products", out var products) && products.ValueKind == JsonValueKind.Array
            ? products.EnumerateArray().Where(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty("product_id", out _)).Select(p => new OrderedProduct(
                p.GetProperty("product_id").ToString(),
                (p.Number("price") ?? 0) * (p.Number("quantity") ?? 1),
                RevenueTruth.Currency(order)))
            : [];
}
