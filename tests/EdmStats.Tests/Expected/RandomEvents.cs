using System.Text;
using System.Text.Json;

namespace EdmStats.Tests.Expected;

/// <summary>
/// Makes records of every sort: repeats within the dedupe horizon and beyond it, crawlers', late, unreadable, of 2018, orders
/// that come again under another id. The log's own time begins hours ago and leaps, so that the horizon passes.
/// </summary>
internal sealed class RandomEvents(int seed, int partitions, TimeProvider time)
{
    private static readonly string[] Broken =
        ["{", "[]", "\"text\"", "", """{"event_id":"x","type":"click","event_timestamp":"soon"}""", """{"type":"No Name","event_timestamp":1}""", """{"type":"click"}"""];

    private readonly Random _random = new(seed);
    private readonly List<(string Topic, int Partition, Dictionary<string, object?> Event)> _said = [];
    private long _now = time.GetUtcNow().AddHours(-30).ToUnixTimeMilliseconds();
    private int _count;

    public LogEntry Next()
    {
        // Half a minute is what relays' clocks may be apart.
        _now += _random.Next(500) == 0 ? _random.Next(1_800_000) : _random.Next(200);
        _now = Math.Min(_now, time.GetUtcNow().ToUnixTimeMilliseconds());
        var received = _now - _random.Next(30_000);
        if (_random.Next(100) < 4) return Unreadable(received);
        if (_said.Count > 0 && _random.Next(100) < 12) return Again(received);

        var visitor = _random.Next(400);
        var (topic, made) = _random.Next(10) switch
        {
            < 3 => ("edm-ui-pageload", KnownPages.Of(_random)),
            < 6 => ("edm-ui-click", Properties(("button_id", $"button-{_random.Next(9)}"))),
            _ => ("edm-ui-commerce", null),
        };
        var said = new Dictionary<string, object?>
        {
            ["topic"] = topic,
            ["event_id"] = _random.Next(50) == 0 ? null : $"e-{_count++}",
            ["uuid"] = _random.Next(60) == 0 ? null : $"visitor-{visitor}",
            ["event_timestamp"] = received - Age(),
        };
        if (topic == "edm-ui-commerce") (said["type"], made) = Commerce();
        else if (_random.Next(10) > 0) said["type"] = topic[7..];
        if (_random.Next(25) == 0) said["bot"] = "Googlebot";
        said["properties"] = made;
        _said.Add((topic, visitor % partitions, said));
        return Entry(topic, visitor % partitions, said, received);
    }

    private long Age() => _random.Next(100) switch
    {
        < 5 => _random.Next(3_600_001, 86_400_000),

        // By a clock that is ahead.
        < 8 => -_random.Next(100_000),
        _ => _random.Next(120_000),
    };

    private LogEntry Unreadable(long received) =>
        new($"edm-ui-{(_random.Next(2) == 0 ? "commerce" : "click")}", _random.Next(partitions), null, Encoding.UTF8.GetBytes(Broken[_random.Next(Broken.Length)]), received);

    private LogEntry Again(long received)
    {
        var (topic, partition, said) = _said[_random.Next(3) > 0 ? Math.Max(0, _said.Count - 1 - _random.Next(300)) : _random.Next(_said.Count)];

        // A page that was loaded again says the same order under another event's id.
        if (_random.Next(4) == 0) said = new(said) { ["event_id"] = $"e-{_count++}", ["event_timestamp"] = received - Age() };
        return Entry(topic, partition, said, received);
    }

    private (string Type, Dictionary<string, object?> Properties) Commerce() => _random.Next(10) switch
    {
        < 4 => ("product_viewed", Product()),
        < 6 => ("product_added", Product()),
        < 9 => ("order_completed", Order()),
        _ => ("coupon_applied", Properties(("coupon", "SPRING"))),
    };

    private Dictionary<string, object?> Product()
    {
        var product = _random.Next(30);
        return Properties(("product_id", $"p-{product}"), ("name", $"Product {product}, edition {_random.Next(3)}"), ("price", 9.95m + product));
    }

    private Dictionary<string, object?> Order()
    {
        var lines = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Properties(
            ("product_id", $"p-{_random.Next(30)}"), ("price", _random.Next(100, 9_999) / 100m), ("quantity", _random.Next(3) == 0 ? null : _random.Next(1, 4))));
        object? total = _random.Next(3) switch { 0 => null, 1 => $"{_random.Next(100, 9_999)}.5", _ => _random.Next(100_000) / 1_000m };
        string[] currencies = ["USD", "EUR", "eur", "euro"];
        return Properties(
            ("order_id", $"o-{_count}"), ("currency", _random.Next(5) == 0 ? null : currencies[_random.Next(4)]), ("total", total), ("products", lines.ToArray()));
    }

    private static LogEntry Entry(string topic, int partition, Dictionary<string, object?> said, long received) =>
        new(topic, partition, Encoding.UTF8.GetBytes(said["uuid"] as string ?? "nobody"), JsonSerializer.SerializeToUtf8Bytes(
            said.Where(f => f.Value is not null).ToDictionary()), received);

    private static Dictionary<string, object?> Properties(params (string Name, object? Value)[] all) =>
        all.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value);
}
