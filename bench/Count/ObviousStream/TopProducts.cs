namespace ObviousStream;

/// <summary>The ten products that brought most in one currency, then the most viewed.</summary>
internal sealed record TopProducts(string Currency, IReadOnlyList<TopProduct> Top)
{
    private const int Places = 10;

    public static TopProducts Of(IEnumerable<BucketCounts> inside, string currency)
    {
        var products = new Dictionary<string, ProductCounts>();
        foreach (var (id, counts) in inside.SelectMany(b => b.Products))
        {
            if (!products.TryGetValue(id, out var sum)) products[id] = sum = new ProductCounts();
            sum.Add(counts);
        }

        return new TopProducts(currency,
            [.. products
                .OrderByDescending(p => p.Value.Revenue.GetValueOrDefault(currency))
                .ThenByDescending(p => p.Value.Views)
                .ThenBy(p => p.Key, StringComparer.Ordinal)
                .Take(Places)
                .Select(p => new TopProduct(p.Key, p.Value.Name, p.Value.Views, p.Value.Adds, p.Value.Orders, p.Value.Revenue))]);
    }
}

/// <summary>One of them; revenue by currency.</summary>
internal sealed record TopProduct(string Id, string Name, int Views, int Adds, int Orders, IReadOnlyDictionary<string, decimal> Revenue);
