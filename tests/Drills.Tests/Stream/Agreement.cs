using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drills.Tests.Stream;

/// <summary>Whether nodes show the same.</summary>
internal static class Agreement
{
    private const long Bucket = 5_000;
    private static readonly int[] Windows = [5, 30, 60];

    // These are of the node and not of the shop.
    private static readonly string[] OfTheNode = ["sequence", "at", "countedTo", "position", "events", "skipped"];

    /// <summary>Ends when the snapshots of all nodes, taken within the same five seconds, are equal in every window.</summary>
    public static async Task HoldsAsync(IReadOnlyList<Uri> nodes, TimeSpan within)
    {
        foreach (var window in Windows)
        {
            string? difference = null;
            await Eventually.TrueAsync(async () => (difference = await DifferenceAsync(nodes, window)) is null, within, () => $"window {window}: {difference}");
        }
    }

    private static async Task<string?> DifferenceAsync(IReadOnlyList<Uri> nodes, int window)
    {
        using var http = new HttpClient();
        var snapshots = await Task.WhenAll(nodes.Select(node => http.GetFromJsonAsync<JsonElement>(new Uri(node, $"live/snapshot?window={window}"), TestContext.Current.CancellationToken)));
        var buckets = snapshots.Select(s => s.GetProperty("at").GetInt64() / Bucket).Distinct().ToList();
        if (buckets.Count > 1) return "not taken in the same five seconds";
        var shop = snapshots.Select(OfTheShop).ToList();
        return shop.Skip(1).Select((s, i) => JsonDifference.First(shop[0], s) is { } difference ? $"{nodes[0].Authority} and {nodes[i + 1].Authority}: {difference}" : null).FirstOrDefault(d => d is not null);
    }

    private static JsonElement OfTheShop(JsonElement snapshot)
    {
        var frame = JsonObject.Create(snapshot)!;
        foreach (var name in OfTheNode) frame.Remove(name);
        return JsonSerializer.SerializeToElement(frame);
    }
}
