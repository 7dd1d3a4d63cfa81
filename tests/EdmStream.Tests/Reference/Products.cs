using System.Text;

namespace EdmStream.Tests.Reference;

/// <summary>The ten products that brought most in the window's most used currency, then the most looked at, then by id.</summary>
internal static class Products
{
    private sealed record Row(string Id, int Views, int Adds, int Orders, SortedDictionary<string, decimal> Revenue);

    private enum Use
    {
        View,
        Add,
        Line,
    }

    public static string Top(IReadOnlyList<Written> inside, IReadOnlyList<Written> before)
    {
        var main = inside.Where(ReferenceFigures.IsOrder).CountBy(Money.CurrencyOf).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        var earlier = Ranked(before, main).Select(row => row.Id).ToList();
        return $"in {main}: " + string.Join("; ", Ranked(inside, main).Take(10).Select(row =>
            $"{row.Id} {row.Views} {row.Adds} {row.Orders} [{string.Join(" ", row.Revenue.Select(r => $"{r.Key} {Money.Show(r.Value)}"))}] before {(earlier.IndexOf(row.Id) is >= 0 and var rank ? rank + 1 : null)}"));
    }

    private static List<Row> Ranked(IReadOnlyList<Written> records, string? main) =>
        [.. Keys.Bounded(records.Where(r => r.Topic == "edm-ui-commerce").SelectMany(Uses))
            .GroupBy(use => use.Key)
            .Select(product => new Row(
                product.Key,
                product.Count(use => use.Of.Use == Use.View),
                product.Count(use => use.Of.Use == Use.Add),
                product.Where(use => use.Of.Use == Use.Line).Select(use => use.Of.Record).Distinct().Count(),
                new(product.Where(use => use.Of.Use == Use.Line && Money.CurrencyOf(use.Of.Record) != Keys.Other)
                    .GroupBy(use => Money.CurrencyOf(use.Of.Record)).ToDictionary(c => c.Key, c => c.Sum(use => use.Of.Revenue)), StringComparer.Ordinal)))
            .OrderByDescending(row => main is null ? 0 : row.Revenue.GetValueOrDefault(main))
            .ThenByDescending(row => row.Views)
            .ThenBy(row => Encoding.UTF8.GetBytes(row.Id), Keys.ByBytes)];

    private static IEnumerable<(Written Record, (Use Use, Written Record, decimal Revenue) Of, string Key)> Uses(Written record) => record.Type switch
    {
        "product_viewed" => [(record, (Use.View, record, 0), record.Text("product_id"))],
        "product_added" => [(record, (Use.Add, record, 0), record.Text("product_id"))],
        "order_completed" => record.Lines.Select(line => (record, (Use.Line, record, Money.OfLine(line)), Written.Text(line, "product_id"))),
        _ => [],
    };
}
