using System.Text.Json;

namespace EdmShopper.Hold;

/// <summary>The figures of a node's <c>GET /live/snapshot</c>, a text each, as <see cref="TruthText"/> writes them.</summary>
internal static class SnapshotText
{
    public static IEnumerable<(string Name, string Text)> Of(JsonElement snapshot)
    {
        var figures = snapshot.GetProperty("figures");
        yield return ("visitors now", Value(figures, "visitorsNow"));
        yield return ("active carts", Value(figures, "activeCarts"));
        yield return ("visitors", Value(figures, "visitors"));
        yield return ("page loads", Value(figures, "pageloads"));
        yield return ("clicks", Value(figures, "clicks"));
        yield return ("orders", Value(figures, "orders"));
        yield return ("conversion", Value(figures, "conversion"));
        var funnel = snapshot.GetProperty("funnel");
        yield return ("funnel", $"{Value(funnel, "viewed")} {Value(funnel, "added")} {Value(funnel, "checkout")} {Value(funnel, "ordered")}");
        foreach (var revenue in snapshot.GetProperty("revenue").EnumerateArray())
            yield return ($"revenue {revenue.GetProperty("currency")}", $"{Number(revenue, "revenue")} in {Number(revenue, "orders")} orders, average {Number(revenue, "average")}");
        foreach (var (rank, product) in snapshot.GetProperty("products").GetProperty("top").EnumerateArray().Index())
            yield return ($"product {rank + 1}", $"{product.GetProperty("id")}: {Number(product, "views")} views, {Number(product, "adds")} adds, {Number(product, "orders")} orders, {Revenue(product)}");
        foreach (var (rank, button) in snapshot.GetProperty("lists").GetProperty("buttons").EnumerateArray().Index())
            yield return ($"button {rank + 1}", $"{button.GetProperty("key")}: {Number(button, "count")}");
    }

    private static string Revenue(JsonElement product) => string.Join(" + ", product.GetProperty("revenue").EnumerateObject()
        .OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => $"{TruthText.Number(r.Value.GetDecimal())} {r.Name}"));

    private static string Value(JsonElement figures, string name) => Number(figures.GetProperty(name), "value");

    private static string Number(JsonElement json, string name) => TruthText.Number(json.GetProperty(name).GetDecimal());
}
