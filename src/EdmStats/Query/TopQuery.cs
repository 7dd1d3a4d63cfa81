using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Puts the lists together, in the database: it may hold more keys than anybody wants to see.</summary>
internal static class TopQuery
{
    // Millionths are a whole number of units and a rest that is not negative: so amounts are compared exactly.
    private const string Rest = "((millionths % 1000000 + 1000000) % 1000000)";

    public static async Task<IReadOnlyList<TopKey>> KeysAsync(HistorySnapshot history, TopKind kind, IReadOnlyList<StepPiece> pieces, int limit)
    {
        var rows = await history.ListAsync<CountRow>(
            $"{CountSums.By("key", pieces, Kind(kind))} order by events desc, key limit @limit", new { limit });
        return [.. rows.Select(row => new TopKey(row.Key, row.Events))];
    }

    /// <summary>The currency with the most orders; null when there was none.</summary>
    public static async Task<string?> CurrencyAsync(HistorySnapshot history, IReadOnlyList<StepPiece> pieces) =>
        SeriesQuery.Currencies(await history.ListAsync<CountRow>(CountSums.By("currency", pieces, HistoryKind.Order))).FirstOrDefault()?.Key;

    public static async Task<IReadOnlyList<TopProduct>> ProductsAsync(
        HistorySnapshot history, ProductSort sort, string? currency, IReadOnlyList<StepPiece> pieces, int limit)
    {
        var rows = await history.ListAsync<ProductRow>(
            $"""
            with products as (
              select key,
                cast(sum(case when kind = '{HistoryKind.Viewed}' then events else 0 end) as bigint) as views,
                cast(sum(case when kind = '{HistoryKind.Added}' then events else 0 end) as bigint) as adds,
                cast(sum(case when kind = '{HistoryKind.Ordered}' then events else 0 end) as bigint) as orders,
                cast(sum(case when currency = @currency then units else 0 end) as bigint) as units,
                cast(sum(case when currency = @currency then millionths else 0 end) as bigint) as millionths
              from ({CountSums.Rows(pieces, HistoryKind.Viewed, HistoryKind.Added, HistoryKind.Ordered)}) as counted
              group by key {CountSums.NotNone}
            ), first_ones as (select * from products order by {Order(sort)} limit @limit)
            select first_ones.*, history_products.name from first_ones left join history_products on history_products.key = first_ones.key
            order by {Order(sort)}
            """,
            new { currency = currency ?? "", limit });
        return [.. rows.Select(r => new TopProduct(r.Key, r.Name, r.Views, r.Adds, r.Orders, new HistoryAmount(r.Units, r.Millionths).Value))];
    }

    private static string Order(ProductSort sort) => sort switch
    {
        ProductSort.Orders => "orders desc",
        ProductSort.Views => "views desc",
        ProductSort.Adds => "adds desc",
        _ => $"units + (millionths - {Rest}) / 1000000 desc, {Rest} desc, orders desc, views desc",
    } + ", key";

    private static string Kind(TopKind kind) => kind switch
    {
        TopKind.Button => HistoryKind.Button,
        TopKind.Source => HistoryKind.Source,
        _ => HistoryKind.Device,
    };

    private sealed record ProductRow
    {
        public string Key { get; init; } = "";

        public string? Name { get; init; }

        public long Views { get; init; }

        public long Adds { get; init; }

        public long Orders { get; init; }

        public long Units { get; init; }

        public long Millionths { get; init; }
    }
}
