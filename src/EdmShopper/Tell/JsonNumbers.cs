using System.Text.Json;

namespace EdmShopper.Tell;

/// <summary>Reads numbers that may not be there.</summary>
internal static class JsonNumbers
{
    public static decimal? Number(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : null;
}
