using EdmKafka;

namespace ObviousStream;

/// <summary>The figures by EdmStream's names, as many as are counted here.</summary>
internal sealed record Snapshot(
    string State, int Window, Tiles Figures, IReadOnlyList<CurrencyRevenue> Revenue, TopProducts Products, Lists Lists,
    IReadOnlyList<PartitionVerdicts> Partitions)
{
    private const int TopKeys = 10;

    public static Snapshot Of(int window, IReadOnlyList<BucketCounts> inside, IReadOnlyDictionary<LogPartition, VerdictCounts> verdicts)
    {
        var revenue = inside.SelectMany(b => b.Orders)
            .GroupBy(o => o.Key, (currency, orders) => new CurrencyRevenue(currency, orders.Sum(o => o.Value.Revenue), orders.Sum(o => o.Value.Orders)))
            .OrderByDescending(r => r.Orders).ThenBy(r => r.Currency, StringComparer.Ordinal).ToList();
        return new Snapshot(
            "live",
            window,
            new Tiles(
                new(inside.SelectMany(b => b.Visitors).Distinct().Count()),
                new(inside.Sum(b => b.Pageloads)),
                new(inside.Sum(b => b.Clicks)),
                new(inside.Sum(b => b.Commerce)),
                new(revenue.Sum(r => r.Orders))),
            revenue,
            TopProducts.Of(inside, revenue.FirstOrDefault()?.Currency ?? ""),
            new([.. inside.SelectMany(b => b.Buttons)
                .GroupBy(b => b.Key, (key, counts) => new KeyCount(key, counts.Sum(c => c.Value)))
                .OrderByDescending(b => b.Count).ThenBy(b => b.Key, StringComparer.Ordinal)
                .Take(TopKeys)]),
            [.. verdicts.Select(v => PartitionVerdicts.Of(v.Key, v.Value))]);
    }
}

/// <summary>The tiles.</summary>
internal sealed record Tiles(Counted Visitors, Counted Pageloads, Counted Clicks, Counted Commerce, Counted Orders);

/// <summary>A tile's number.</summary>
internal sealed record Counted(int Value);

/// <summary>The orders in one currency.</summary>
internal sealed record CurrencyRevenue(string Currency, decimal Revenue, int Orders);

/// <summary>What is counted by key.</summary>
internal sealed record Lists(IReadOnlyList<KeyCount> Buttons);

/// <summary>How often a key was met.</summary>
internal sealed record KeyCount(string Key, int Count);
