using System.Text.Json;

namespace Drills.Tests.Stream;

/// <summary>Says where two JSON values differ.</summary>
internal static class JsonDifference
{
    /// <param name="one">A value.</param>
    /// <param name="other">Another.</param>
    /// <param name="place">Where they are.</param>
    /// <returns>The first difference; null when they are equal.</returns>
    public static string? First(JsonElement one, JsonElement other, string place = "")
    {
        if (JsonElement.DeepEquals(one, other)) return null;
        if (one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in one.EnumerateObject())
            {
                var there = other.TryGetProperty(member.Name, out var theirs);
                var difference = there ? First(member.Value, theirs, $"{place}.{member.Name}") : $"{place}.{member.Name} is not in the other";
                if (difference is not null) return difference;
            }
        }

        if (one.ValueKind == JsonValueKind.Array && other.ValueKind == JsonValueKind.Array && one.GetArrayLength() == other.GetArrayLength())
            return Enumerable.Range(0, one.GetArrayLength()).Select(i => First(one[i], other[i], $"{place}[{i}]")).First(d => d is not null);
        return $"{place}: {one} and {other}";
    }
}
