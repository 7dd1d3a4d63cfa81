using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Puts together what a series shows.</summary>
internal static class SeriesQuery
{
    public static async Task<IReadOnlyList<SeriesValues>> AnswerAsync(HistorySnapshot history, SeriesMetric metric, SeriesBuckets buckets)
    {
        if (metric == SeriesMetric.Visitors)
        {
            var (values, total) = await VisitorCounts.CountAsync(history, HistoryWho.Visitor, buckets.Boundaries);
            return [new(null, values, total)];
        }

        var rows = await history.ListAsync<CountRow>(CountSums.By("at, currency", StepPiece.Between(buckets.Boundaries), Kind(metric)));
        return metric == SeriesMetric.Revenue
            ? [.. Currencies(rows).Select(of => new SeriesValues(of.Key, Spread(of, buckets, Money), Money(of)))]
            : [new(null, Spread(rows, buckets, Events), Events(rows))];
    }

    /// <summary>Orders by currency, that with the most first. An order whose currency nobody can tell has brought no money that could be added up.</summary>
    public static IEnumerable<IGrouping<string, CountRow>> Currencies(IEnumerable<CountRow> orders) =>
        orders.Where(row => row.Currency.Length > 0).GroupBy(row => row.Currency)
            .OrderByDescending(Events).ThenBy(of => of.Key, StringComparer.Ordinal);

    public static decimal Events(IEnumerable<CountRow> rows) => rows.Sum(row => row.Events);

    public static decimal Money(IEnumerable<CountRow> rows) =>
        rows.Aggregate(default(HistoryAmount), (sum, row) => new(sum.Units + row.Units, sum.Millionths + row.Millionths)).Value;

    private static decimal[] Spread(IEnumerable<CountRow> rows, SeriesBuckets buckets, Func<IEnumerable<CountRow>, decimal> figure)
    {
        var values = new decimal[buckets.At.Count];
        foreach (var bucket in rows.GroupBy(row => SeriesBuckets.IndexOf(buckets.Boundaries, row.At))) values[bucket.Key] = figure(bucket);
        return values;
    }

    private static string Kind(SeriesMetric metric) => metric switch
    {
        SeriesMetric.PageLoads => HistoryKind.PageLoad,
        SeriesMetric.Clicks => HistoryKind.Click,
        _ => HistoryKind.Order,
    };
}
