using System.Globalization;
using System.Text.Json.Nodes;

namespace Browser.Tests.History;

/// <summary>A shop's past by the contract of the history service: every count is a function of its metric and moment.</summary>
internal sealed class Past(DateTimeOffset now, string zone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public DateTimeOffset Now => now;

    /// <summary>Currencies of the revenue, the one with most orders first.</summary>
    public IReadOnlyList<string> Currencies { get; set; } = ["USD"];

    /// <summary>Counts of a minute, an hour or a day that begins at this moment.</summary>
    public Func<string, DateTimeOffset, long> Count { get; set; } = (metric, start) => metric switch
    {
        "visitors" => 900 + (start.Day * 11),
        "orders" => 40 + start.Day,
        "revenue" => 3_000 + (start.Day * 101),
        "clicks" => 200_000 + (start.Day * 1_003) + start.Hour,
        _ => 300_000 + (start.Day * 1_009) + start.Hour,
    };

    public JsonNode Answer(string what, Query query) => what switch
    {
        "series" => Series(query),
        "top" => Top(query),
        _ => Totals(query),
    };

    /// <summary>When the minutes, hours or days begin, in the zone.</summary>
    public IReadOnlyList<DateTimeOffset> Starts(Query query)
    {
        var starts = new List<DateTimeOffset>();
        for (var start = Instant(query["from"]); start < Instant(query["to"]); start = Next(start, query["by"])) starts.Add(start);
        return starts;
    }

    /// <summary>A date is its midnight in the zone.</summary>
    public DateTimeOffset Instant(string text)
    {
        if (text.Length > 10) return TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), _zone);
        var midnight = DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight));
    }

    private DateTimeOffset Next(DateTimeOffset start, string by)
    {
        if (by != "day") return TimeZoneInfo.ConvertTime(start.AddMinutes(by == "hour" ? 60 : 1), _zone);
        var next = start.DateTime.AddDays(1);
        return new DateTimeOffset(next, _zone.GetUtcOffset(next));
    }

    private JsonObject Series(Query query)
    {
        var starts = Starts(query);
        var metric = query["metric"];
        var values = starts.Select(start => start > now ? 0 : Count(metric, start)).ToArray();
        string?[] currencies = metric == "revenue" ? [.. Currencies] : [null];
        return Live.Frames.Json(new
        {
            metric,
            by = query["by"],
            zone,
            from = query["from"],
            to = query["to"],
            at = starts.Select(start => start.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)),
            series = currencies.Select((currency, index) => new { currency, values = values.Select(value => value / (index + 1)), total = values.Sum() / (index + 1) }),
            error = metric == "visitors" ? 0.016 : (double?)null,
            countedTo = now,
        });
    }

    private JsonObject Top(Query query) => query["kind"] == "product"
        ? Live.Frames.Json(new { kind = "product", zone, currency = query["currency"], items = Products(query), countedTo = now })
        : Live.Frames.Json(new { kind = query["kind"], zone, items = new[] { new { key = "browse-kits", count = 1_466_441 }, new { key = "add-to-cart", count = 1_075_082 } }, countedTo = now });

    private static object[] Products(Query query) =>
    [
        new { key = "kit-pour-over", name = "Pour-Over Kit", views = 90_000, adds = 12_000, orders = 7_934, revenue = query["currency"] == "EUR" ? 812.5m : 713_266m },
        new { key = "hat", name = (string?)null, views = 12, adds = 5, orders = 3, revenue = 42.5m },
    ];

    private JsonObject Totals(Query query)
    {
        var before = Instant(query["to"]) < now;
        return Live.Frames.Json(new
        {
            zone,
            from = query["from"],
            to = query["to"],
            pageloads = before ? 8_713_468 : 9_393_118,
            clicks = before ? 6_518_531 : 6_968_310,
            visitors = before ? 892_473 : 936_204,
            buyers = before ? 45_516 : 49_619,
            error = 0.016,
            views = 1,
            adds = 1,
            orders = before ? 46_676 : 51_204,
            revenue = Currencies.Select((currency, index) => new { currency, amount = (before ? 3_922_262m : 4_283_110m) / (index + 1), orders = before ? 46_676 : 51_204 }),
            since = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero),
            countedTo = now,
        });
    }
}
