using System.Globalization;
using System.IO.Hashing;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace EdmStats.Tests.Expected;

/// <summary>What the tables must hold, worked out from the log by plain LINQ; a line each, so that differences can be read.</summary>
internal sealed class ExpectedHistory(IReadOnlyList<LogEntry> log)
{
    private readonly (List<ReadEvent> Counted, List<LogEntry> Rejected) _verdicts = ExpectedVerdicts.Of(log);

    public int CountedEvents => _verdicts.Counted.Count;

    /// <summary>The places of origin of what cannot be read.</summary>
    public IEnumerable<string> Rejected => _verdicts.Rejected.Select(r => $"{r.Topic}[{r.Partition}] @ {r.Offset}");

    public IEnumerable<string> Counts =>
        from counted in _verdicts.Counted
        from add in Adds(counted)
        from step in (int[])[1, 15, 1440]
        group add by (add.Kind, Step: step, At: counted.Time / 60_000 / step * step, add.Key, add.Currency) into row
        select $"{row.Key.Kind} {row.Key.Step} {row.Key.At} '{row.Key.Key}' '{row.Key.Currency}': {row.Sum(a => a.Events)}, {Money(row.Sum(a => a.Amount))}";

    public IEnumerable<string> Sketches =>
        from counted in _verdicts.Counted
        where counted.Visitor is { Length: > 0 }
        from who in counted.Type == "order_completed" ? (string[])["visitor", "buyer"] : ["visitor"]
        from step in (int[])[15, 1440]
        group counted.Visitor by (who, Step: step, At: counted.Time / 60_000 / step * step) into row
        select $"{row.Key.who} {row.Key.Step} {row.Key.At}: {Registers(row)}";

    public IEnumerable<string> Products =>
        from counted in _verdicts.Counted
        where counted.Entry.Topic == "edm-ui-commerce" && counted.Text("product_id") is not null && counted.Text("name") is not null
        group (Name: counted.Text("name")!, Hour: counted.Time / 3_600_000 * 3_600_000) by counted.Text("product_id")! into product
        let newest = product.Max(p => p.Hour)
        select $"{product.Key}: {product.Where(p => p.Hour == newest).Select(p => p.Name).Order(StringComparer.Ordinal).First()} since {newest}";

    public IEnumerable<string> Offsets(IEnumerable<(string Topic, int Partition, long End)> ends) =>
        from end in ends
        let newest = log.Where(e => e.Topic == end.Topic && e.Partition == end.Partition).Select(e => e.Time).DefaultIfEmpty().Max()
        select $"{end.Topic}[{end.Partition}]: {end.End}, {newest}";

    public static string Money(decimal amount) => amount.ToString("0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Kind, string Key, string Currency, int Events, decimal Amount)> Adds(ReadEvent counted)
    {
        static (string, string, string, int, decimal) One(string kind, string key = "") => (kind, key, "", 1, 0m);
        switch (counted.Entry.Topic)
        {
            case "edm-ui-click":
                return counted.Text("button_id") is { } button ? [One("click"), One("button", button)] : [One("click")];
            case "edm-ui-pageload":
                var (source, device) = KnownPages.Known(counted.Text("url")!);
                (string, string?)[] known = [("source", source), ("device", device)];
                return [One("pageload"), .. known.Where(k => k.Item2 is not null).Select(k => One(k.Item1, k.Item2!))];
        }

        return counted.Type switch
        {
            "product_viewed" => [One("viewed", counted.Text("product_id")!)],
            "product_added" => [One("added", counted.Text("product_id")!)],
            "order_completed" => OrderOf(counted),
            _ => [],
        };
    }

    private static IEnumerable<(string Kind, string Key, string Currency, int Events, decimal Amount)> OrderOf(ReadEvent order)
    {
        static decimal? Number(JsonElement json, string name) =>
            ReadEvent.TextOf(json, name) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
        var said = order.Text("currency") ?? "USD";
        var currency = said.Length == 3 ? said.ToUpperInvariant() : "";
        var lines = order.Properties.GetProperty("products").EnumerateArray()
            .Select(l => (Product: ReadEvent.TextOf(l, "product_id")!, Amount: (Number(l, "price") ?? 0) * (Number(l, "quantity") ?? 1))).ToList();
        var total = Number(order.Properties, "total") ?? lines.Sum(l => l.Amount);
        return lines.GroupBy(l => l.Product)
            .Select(p => ("ordered", p.Key, currency, 1, currency.Length == 0 ? 0 : p.Sum(l => l.Amount)))
            .Append(("order", "", currency, 1, currency.Length == 0 ? 0 : total));
    }

    /// <summary>A HyperLogLog of 4,096 registers over XXH3's 64 bits: the first 12 choose, and of the rest the place of the first one counts.</summary>
    private static string Registers(IEnumerable<string> ids) => string.Join(' ',
        from id in ids
        let hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id))
        group Math.Min(BitOperations.LeadingZeroCount(hash << 12), 52) + 1 by hash >> 52 into register
        orderby register.Key
        select $"{register.Key}={register.Max()}");
}
