using System.Text.Json;

namespace EdmShopper.Plan;

/// <summary>What the shop sells: the shop's own file, built in.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Product> Products { get; } = Read();

    /// <summary>Some products are looked at more than others: the first of the file most.</summary>
    public static Product Pick(Random chance) => Products[(int)(Products.Count * Math.Pow(chance.NextDouble(), 1.6))];

    private static Product[] Read()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("products.json")!;
        return JsonSerializer.Deserialize<Product[]>(stream, JsonSerializerOptions.Web)!;
    }
}
