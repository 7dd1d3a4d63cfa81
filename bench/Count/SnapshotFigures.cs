using System.Text.Json;

namespace Count;

/// <summary>Reads the figures of <c>GET /live/snapshot</c>; what it does not have is missing in them.</summary>
internal static class SnapshotFigures
{
    public static IReadOnlyList<Figure> Of(JsonElement snapshot)
    {
        var tiles = snapshot.At("figures");
        var products = snapshot.At("products");
        return
        [
            .. snapshot.At("partitions").Items().Select(p => Figure.Books(
                p.At("topic").Text(), (int)(p.At("partition").Number() ?? -1), p.At("read").Number(), verdict => p.At(verdict).Number())),
            Figure.Number("page loads", tiles.At("pageloads").At("value").Number()),
            Figure.Number("clicks", tiles.At("clicks").At("value").Number()),
            Figure.Number("commerce events", tiles.At("commerce").At("value").Number()),
            Figure.Number("visitors", tiles.At("visitors").At("value").Number()),
            Figure.Number("orders", tiles.At("orders").At("value").Number()),
            .. snapshot.At("revenue").Items().Select(r => Figure.Revenue(r.At("currency").Text(), r.At("revenue").Number(), r.At("orders").Number())),
            new Figure("the products' currency", products.At("currency").Text()),
            .. products.At("top").Items().Select((p, i) => Figure.Product(
                i + 1, p.At("id").Text(), p.At("views").Number(), p.At("adds").Number(), p.At("orders").Number(),
                p.At("revenue").Members().Select(r => (r.Name, r.Value.Number())))),
            .. snapshot.At("lists").At("buttons").Items().Select((b, i) => Figure.Button(i + 1, b.At("key").Text(), b.At("count").Number())),
        ];
    }

    private static JsonElement At(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private static List<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [];

    private static List<JsonProperty> Members(this JsonElement json) => json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject()] : [];

    private static string Text(this JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : "(missing)";

    private static decimal? Number(this JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDecimal() : null;
}
