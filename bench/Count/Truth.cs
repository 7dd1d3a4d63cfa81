namespace Count;

/// <summary>
/// What a window of an hour must show of the records written, straight from the definitions: too simple to be wrong, and
/// with none of the counting services' code. It holds as long as no shown record is an hour old.
/// </summary>
internal static class Truth
{
    public static IReadOnlyList<Figure> Of(IReadOnlyList<WrittenRecord> written)
    {
        var judged = JudgedRecord.Judge(written);
        var shown = judged.Where(j => j.Verdict == "shown").Select(j => j.Record).ToList();
        var orders = shown.Where(r => r.Order is not null).ToList();
        var currencies = orders.GroupBy(o => o.Currency).OrderByDescending(c => c.Count()).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        return
        [
            .. judged.GroupBy(j => (j.Record.Topic, j.Record.Partition)).OrderBy(p => p.Key).Select(Books),
            Figure.Number("page loads", shown.Count(r => r.Topic == WrittenRecord.PageLoad)),
            Figure.Number("clicks", shown.Count(r => r.Topic == WrittenRecord.Click)),
            Figure.Number("commerce events", shown.Count(r => r.Topic == WrittenRecord.Commerce)),
            Figure.Number("visitors", shown.Select(r => r.Visitor).Distinct().Count()),
            Figure.Number("orders", orders.Count),
            .. currencies.Select(c => Figure.Revenue(c.Key, c.Sum(o => o.Order!.Total), c.Count())),
            new Figure("the products' currency", currencies[0].Key),
            .. Products(shown, orders, currencies[0].Key),
            .. shown.Where(r => r.Button is not null).CountBy(r => r.Button!)
                .OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).Take(Figure.Places)
                .Select((b, i) => Figure.Button(i + 1, b.Key, b.Value)),
        ];
    }

    private static Figure Books(IGrouping<(string Topic, int Partition), JudgedRecord> of)
    {
        var verdicts = of.CountBy(j => j.Verdict).ToDictionary();
        return Figure.Books(of.Key.Topic, of.Key.Partition, of.Max(j => j.Record.Offset) + 1, verdict => verdicts.GetValueOrDefault(verdict));
    }

    private static IEnumerable<Figure> Products(List<WrittenRecord> shown, List<WrittenRecord> orders, string currency)
    {
        var views = shown.Where(r => r.Type == "product_viewed").CountBy(r => r.Product!.Product).ToDictionary();
        var adds = shown.Where(r => r.Type == "product_added").CountBy(r => r.Product!.Product).ToDictionary();
        var bought = orders.SelectMany(o => o.Order!.Lines, (order, line) => (Order: order, Line: line)).ToLookup(b => b.Line.Product);
        return views.Keys.Union(adds.Keys).Union(bought.Select(b => b.Key))
            .Select(id => (
                Id: id,
                Views: views.GetValueOrDefault(id),
                Adds: adds.GetValueOrDefault(id),
                Orders: bought[id].Select(b => b.Order.Order!.Id).Distinct().Count(),
                Revenue: bought[id].GroupBy(b => b.Order.Currency).ToDictionary(b => b.Key, b => b.Sum(l => l.Line.Price * l.Line.Quantity))))
            .OrderByDescending(p => p.Revenue.GetValueOrDefault(currency)).ThenByDescending(p => p.Views).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Take(Figure.Places)
            .Select((p, i) => Figure.Product(i + 1, p.Id, p.Views, p.Adds, p.Orders, p.Revenue.Select(r => (r.Key, (decimal?)r.Value))));
    }
}
