using System.Text.Json.Nodes;
using Browser.Tests.Live;

namespace Browser.Tests.Pipeline;

/// <summary>The pipeline as the stream node tells of it: the demo's shop on three topics, which a test changes where it looks.</summary>
internal static class Items
{
    public static readonly string[] Topics = ["edm-ui-pageload", "edm-ui-click", "edm-ui-commerce"];

    private static readonly long[][] Ends =
    [
        [209_150, 210_677, 220_737, 202_949, 210_931, 199_732],
        [148_370, 141_912, 143_326, 141_026, 149_439, 145_537],
        [124_230, 122_467, 118_355, 121_208, 121_019, 119_387],
    ];

    private static readonly double[][] Rates = [[1.5, 0.8, 1.0, 0.8, 1.6, 0.8], [0.8, 0.7, 1.1, 1.3, 0.5, 0.5], [0.2, 0.2, 0.5, 0.3, 0.3, 0.3]];
    private static readonly int[][] StatsLags = [[3, 4, 0, 3, 2, 0], [4, 1, 0, 2, 15, 1], [0, 0, 0, 1, 0, 0]];

    public static JsonObject Sample(string state = "live")
    {
        var now = Frames.Now;
        var item = Frames.Json(new
        {
            at = now,
            cluster = "Qm3vTzbGRkWd0kUgrb4b1A",
            prefix = "",
            state,
            rebuild = (object?)null,
            countedTo = now - 400,
            countingSince = now - 604_800_000,
            rebalancedAt = now - 2_340_000,
            rebalanceTook = 8_000,
            topics = Topics.Select((name, topic) => new
            {
                name,
                kept = 604_800_000L,
                rate = Rates[topic].Sum(),
                partitions = Ends[topic].Select((end, partition) => new { partition, start = end / 2, end, rate = Rates[topic][partition] }),
            }),
            groups = new[] { Group("EdmStream", "edm-consumer-group-1", "stream", 3, (topic, partition) => (topic + partition) % 3 == 1 ? 1 : 0), Group("EdmStats", "edm-consumer-group-2", "stats", 2, (topic, partition) => StatsLags[topic][partition]) },
            live = new { rate = 4.0, records = 214 },
            rejected = new { records = 25, newest = Array.Empty<object>() },
            screens = 7,
        });
        item["rejected"]!["newest"] = new JsonArray(
            Rejected("not JSON: ends inside a string at byte 212", Topics[1], 4, 149_378, "{\"topic\":\"edm-ui-click\",\"type\":\"click\",\"properties\":{\"button_id\":\"browse-ki"),
            Rejected("event_timestamp is not a number", Topics[2], 1, 122_287, "{\"type\":\"product_added\",\"event_timestamp\":\"yesterday\",\"uuid\":\"7b1c\"}"),
            Rejected("no event_id", Topics[0], 0, 207_700, "{\"type\":\"pageload\",\"uuid\":\"77e1\",\"properties\":{\"url\":\"https://fix.coffee/kits\"}}"),
            Rejected("price is not a number", Topics[2], 5, 118_597, "{\"type\":\"product_added\",\"properties\":{\"price\":\"<img src=x>\",\"product_id\":\"hat\"}}"),
            Rejected("type is empty", Topics[1], 2, 140_356, "{\"type\":\"\",\"event_id\":\"019ab1a2-11f0-7b3c\",\"uuid\":\"e9a2\",\"properties\":{}}"),
            Rejected("not UTF-8 at byte 18", Topics[1], 0, 143_570, "{\"description\":\"\uFFFD( caf\uFFFD\"}"),
            Rejected("not JSON: an empty record", Topics[0], 3, 195_369, ""));
        item["books"] = new JsonArray([.. Topics.SelectMany((topic, index) => Ends[index].Select((end, partition) => (JsonNode)Books(topic, partition, end)))]);
        return item;
    }

    public static JsonObject Rejected(string reason, string topic, int partition, long offset, string text) =>
        Frames.Json(new { reason, topic, partition, offset, time = Frames.Now - 60_000, text });

    /// <summary>Books that hold, for a log that was read to this end.</summary>
    public static JsonObject Books(string topic, int partition, long end) =>
        Frames.Json(new { topic, partition, read = end, shown = end - 2_571, duplicate = 1_733, late = 105, bot = 732, rejected = 1, expired = 0 });

    /// <summary>All that can be unknown is.</summary>
    public static JsonObject Unknown()
    {
        var item = Sample();
        foreach (var name in new[] { "cluster", "countedTo", "rebalancedAt", "rebalanceTook" }) item[name] = null;
        foreach (var topic in item["topics"]!.AsArray())
        {
            topic!["kept"] = topic["rate"] = null;
            foreach (var partition in topic["partitions"]!.AsArray()) partition!["start"] = partition["end"] = partition["rate"] = null;
        }

        foreach (var group in item["groups"]!.AsArray())
        {
            group!["nodes"] = group["lag"] = group["rate"] = null;
            foreach (var partition in group["partitions"]!.AsArray()) partition!["position"] = partition["lag"] = partition["owner"] = null;
        }

        item["live"] = Frames.Json(new { rate = (double?)null, records = (long?)null });
        item["rejected"] = Frames.Json(new { records = (long?)null, newest = Array.Empty<object>() });
        return item;
    }

    private static object Group(string service, string group, string node, int nodes, Func<int, int, int> lag) => new
    {
        service,
        group,
        nodes,
        lag = Enumerable.Range(0, 18).Sum(at => lag(at / 6, at % 6)),
        rate = 13.2,
        partitions = Enumerable.Range(0, 18).Select(at => new
        {
            topic = Topics[at / 6],
            partition = at % 6,
            position = Ends[at / 6][at % 6] - lag(at / 6, at % 6),
            lag = lag(at / 6, at % 6),
            owner = $"{node}-{1 + (at % 6 / (6 / nodes))}",
        }),
    };
}
