using System.Globalization;
using System.Text.Json.Nodes;

namespace Drills.Tests.Stream;

/// <summary>Puts together what a node's JsonDelta took apart, as <c>dashboard/live/delta.js</c> does: by code of its own, so that both are held against it.</summary>
internal static class FrameDelta
{
    /// <param name="before">What is known; it is changed where it stands, as far as that goes.</param>
    /// <param name="change">What the node said of it.</param>
    /// <returns>What it is now.</returns>
    public static JsonNode? Apply(JsonNode? before, JsonNode? change)
    {
        if (before is not (JsonObject or JsonArray) || change is not JsonObject changes) return change?.DeepClone();
        if (changes.TryGetPropertyValue("=", out var whole)) return whole?.DeepClone();
        if (before is JsonArray array) return changes["~"] is JsonArray numbers ? Numbers(array, numbers) : Objects(array, changes["#"]!.AsObject());
        var known = before.AsObject();
        foreach (var (name, value) in changes)
            if (Apply(known[name], value) is var next && (next is null || next != known[name])) known[name] = next;
        return known;
    }

    private static JsonArray Numbers(JsonArray before, JsonArray change)
    {
        var (shift, kept) = (change[0]!.GetValue<int>(), change[1]!.GetValue<int>());
        return [.. before.Skip(shift).Take(kept).Concat(change.Skip(2)).Select(n => n?.DeepClone())];
    }

    private static JsonArray Objects(JsonArray before, JsonObject changes)
    {
        foreach (var (place, value) in changes)
        {
            var at = int.Parse(place, CultureInfo.InvariantCulture);
            if (Apply(before[at], value) is var next && next != before[at]) before[at] = next;
        }

        return before;
    }
}
