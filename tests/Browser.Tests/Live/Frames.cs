using System.Text.Json;
using System.Text.Json.Nodes;

namespace Browser.Tests.Live;

/// <summary>Frames as the stream node sends them: a lively half hour of the demo's shop, which a test changes where it looks.</summary>
internal static class Frames
{
    private const int Steps = 120, Step = 15_000;

    private static int _offset;

    /// <summary>The node's clock.</summary>
    public static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public static JsonObject Sample(int events = 12, string state = "live")
    {
        var at = Now;
        var frame = JsonNode.Parse($$"""
            {
              "sequence": 1, "at": {{at}}, "state": "{{state}}", "countedTo": {{at - 400}}, "silentSince": null, "rebuild": null, "window": 30,
              "figures": {
                "pageloads": { "value": 11580, "before": 10702 }, "clicks": { "value": 8640, "before": 8097 }, "commerce": { "value": 3240, "before": 3100 },
                "orders": { "value": 52, "before": 45 },
                "visitorsNow": { "value": 214, "before": 196, "series": {{Series(214)}}, "seriesBefore": {{Series(214)}} }, "visitors": { "value": 940, "before": 900, "series": {{Series(940)}}, "seriesBefore": {{Series(940)}} },
                "activeCarts": { "value": 37, "before": 41, "series": {{Series(37)}}, "seriesBefore": {{Series(37)}} }, "conversion": { "value": 0.055, "before": 0.051, "series": {{Series(0.05m)}}, "seriesBefore": {{Series(0.05m)}} }
              },
              "traffic": {
                "from": {{(at / Step * Step) - ((Steps - 1) * Step)}}, "step": {{Step}},
                "pageloads": {{Series(90)}}, "clicks": {{Series(66)}}, "commerce": {{Series(27)}}, "orders": {{Series(1)}},
                "before": { "pageloads": {{Series(84)}}, "clicks": {{Series(60)}}, "commerce": {{Series(21)}}, "orders": {{Series(1)}} }
              },
              "funnel": {
                "viewed": { "value": 600, "before": 500 }, "added": { "value": 210, "before": 160 }, "checkout": { "value": 84, "before": 72 },
                "ordered": { "value": 42, "before": 36 }
              },
              "products": { "currency": "USD" },
              "lists": { "types": [], "limited": [] },
              "skipped": 0
            }
            """)!.AsObject();
        frame["revenue"] = new JsonArray(Revenue("USD", 4318.40m, 3880m, 49, 88.13m), Revenue("EUR", 412.50m, 380m, 3, 137.50m));
        frame["products"]!["top"] = new JsonArray(
            Product("kit-pour-over", "Pour-Over Kit", 184, 41, 9, 809.10m, 3), Product("kettle-09", "Gooseneck Kettle", 231, 38, 8, 632m, 2),
            Product("chemex-6", "Chemex Classic", 206, 44, 14, 559.86m, 1), Product("hat", null, 96, 13, 3, 327m, null));
        frame["lists"]!["buttons"] = Keys(("browse-kits", 1904), ("add-to-cart", 1377), ("search", 986));
        frame["lists"]!["pages"] = Keys(("/", 2310), ("/kits", 1986), ("/cart", 893));
        frame["lists"]!["sources"] = Keys(("direct", 421), ("google.com", 268));
        frame["lists"]!["devices"] = Keys(("phone", 610), ("desktop", 330), ("tablet", 60));
        frame["events"] = new JsonArray([.. Enumerable.Range(0, events).Select(Event)]);
        frame["partitions"] = new JsonArray(Books(2_841_207));
        return frame;
    }

    /// <summary>The next frame: with these events alone.</summary>
    public static JsonObject Next(params JsonNode[] events)
    {
        var frame = Sample(0);
        frame["events"] = new JsonArray(events);
        return frame;
    }

    public static JsonObject Event(int ago) => (ago % 3) switch
    {
        0 => Event("edm-ui-commerce", "order_completed", "$79.00", "visitor-b27d", ago),
        1 => Event("edm-ui-click", "click", "add-to-cart", "visitor-51c0", ago),
        _ => Event("edm-ui-pageload", "pageload", "/kits", "visitor-0d3f", ago),
    };

    /// <param name="ago">Tenths of a second before now.</param>
    public static JsonObject Event(string topic, string type, string text, string visitor, int ago = 0)
    {
        var eventTime = Now - (100 * ago);
        return Json(new { topic, partition = 3, offset = Interlocked.Increment(ref _offset), type, eventTime, received = eventTime, visitor, text });
    }

    public static JsonObject Counted(long value, long before) => Json(new { value, before });

    public static JsonArray Keys(params (string Key, int Count)[] keys) => new([.. keys.Select(k => Json(new { key = k.Key, count = k.Count }))]);

    public static JsonObject Product(string id, string? name, int views, int adds, int orders, decimal takings, int? rankBefore) =>
        Json(new { id, name, views, adds, orders, revenue = new { USD = takings }, rankBefore });

    public static JsonObject Revenue(string currency, decimal revenue, decimal before, int orders, decimal average) => Json(new
    {
        currency,
        revenue,
        before,
        orders,
        average,
        series = JsonNode.Parse(Series(36)),
        seriesBefore = JsonNode.Parse(Series(32)),
    });

    public static JsonObject Books(long read) => Json(new
    {
        topic = "edm-ui-click",
        partition = 0,
        read,
        shown = read - 44_802,
        duplicate = 31_208,
        late = 1_904,
        bot = 11_640,
        rejected = 50,
        expired = 0,
    });

    public static JsonObject Json(object value) => JsonSerializer.SerializeToNode(value)!.AsObject();

    private static string Series(decimal level) => JsonSerializer.Serialize(Enumerable.Range(0, Steps).Select(i => level * (1 + (0.1m * (i % 5)))));
}
