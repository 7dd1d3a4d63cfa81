using System.Text;
using System.Text.Json;
using Confluent.Kafka;
using EdmStats.Tests.Expected;

namespace EdmStats.Tests.Faults;

/// <summary>One EdmStats as a process, the topics that it reads, and what it says of itself.</summary>
internal sealed class OneStats : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ServiceProcess _process;
    private readonly HttpClient _http;

    private OneStats(ServiceProcess process)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = process.Address };
    }

    /// <summary>Starts one, and ends when it is ready.</summary>
    public static async Task<OneStats> StartAsync(string servers, string prefix, string url, params (string, string?)[] more)
    {
        var stats = await StartUnreadyAsync(servers, prefix, url, more);
        await Eventually.PassesAsync(async () => Assert.Equal("Healthy", (await stats.HealthAsync()).Status), Patience);
        return stats;
    }

    /// <summary>Starts one that may not be able to do its work.</summary>
    public static async Task<OneStats> StartUnreadyAsync(string servers, string prefix, string url, params (string, string?)[] more) => new(
        await ServiceProcess.StartAsync("EdmStats", [("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix), ("DATABASE_URL", url), .. more]));

    public string Log => string.Join('\n', _process.Printed);

    public async Task<(string Status, string Text, int Code)> HealthAsync()
    {
        using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (JsonElement.Parse(text).GetProperty("status").GetString()!, text, (int)answer.StatusCode);
    }

    /// <summary>Ends when it says of itself that history is not written, ready all the same, for this reason.</summary>
    public async Task DegradedAsync(string reason)
    {
        await Eventually.PassesAsync(
            async () =>
            {
                var (status, text, code) = await HealthAsync();
                Assert.Equal(("Degraded", 200), (status, code));
                Assert.Contains("history is not written", text, StringComparison.Ordinal);
                Assert.Contains(reason, text, StringComparison.Ordinal);
            }, Patience);
        Assert.Contains(_process.Printed, l => l.Contains("History is not written", StringComparison.Ordinal) && l.Contains(reason, StringComparison.Ordinal));
    }

    /// <summary>Ends when it is as if nothing had been.</summary>
    public Task HealthyAsync() => Eventually.PassesAsync(
        async () => Assert.Equal("Healthy", (await HealthAsync()).Status), Patience);

    /// <summary>Writes clicks, each with an id of its own, on one button after the other where there are any.</summary>
    public static async Task ClickAsync(string servers, string prefix, int count, string ids = "c", int partition = 0, int buttons = 0)
    {
        using var writer = new EventWriter(servers, prefix);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 0; i < count; i++)
        {
            var properties = buttons == 0 ? "" : $$""","properties":{"button_id":"button {{i % buttons}}"}""";
            var click = $$"""{"event_id":"{{ids}}-{{i}}","type":"click","event_timestamp":{{now}}{{properties}}}""";
            writer.Write(new LogEntry("edm-ui-click", partition, null, Encoding.UTF8.GetBytes(click), now));
        }

        await writer.FlushAsync();
    }

    /// <summary>The clicks that the tables have, each of the three steps alike.</summary>
    public static long Clicks(TestHistory history)
    {
        var counts = new HistoryTables(history.Database).Counts().Where(c => c.StartsWith("click ", StringComparison.Ordinal)).ToList();
        var sums = counts.GroupBy(c => c.Split(' ')[1]).Select(g => g.Sum(c => long.Parse(c.Split(": ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return sums.Distinct().Count() == 1 && sums.Count == 3 ? sums[0] : sums.Count == 0 ? 0 : -1;
    }

    public static Task CountedAsync(TestHistory history, long clicks) => Eventually.EqualAsync(clicks, () => Clicks(history), Patience);

    /// <summary>How far the group says that the first partition of the clicks is read; nothing when it never said.</summary>
    public static long Committed(string servers, string prefix)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(
            new ConsumerConfig { BootstrapServers = servers, GroupId = $"{prefix}edm-consumer-group-2" }).Build();
        return consumer.Committed([new TopicPartition($"{prefix}edm-ui-click", 0)], TimeSpan.FromSeconds(20)).Single().Offset.Value;
    }

    /// <summary>Stops it in order: the group has its partitions back at once.</summary>
    public Task StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
