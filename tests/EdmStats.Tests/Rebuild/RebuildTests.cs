using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmHosting;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Rebuild;
using EdmStats.Tables;
using EdmStats.Tests.Expected;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace EdmStats.Tests.Rebuild;

/// <summary>History that is counted anew is what it was, or what it should have been, while the service goes on.</summary>
public class RebuildTests(SharedKafka shared, PostgresServer server)
{
    private const int Before = 6_000, Meanwhile = 3_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Input = ["edm-ui-click", "edm-ui-commerce", "edm-ui-pageload"];

    private readonly string _prefix = SharedKafka.NewPrefix();

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_was_counted_wrong_is_right_afterwards_and_the_service_goes_on(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var node = await StatsAsync(history);
        using var writer = new EventWriter(await shared.BootstrapServersAsync(), _prefix);
        var events = new RandomEvents(seed: 5, TopicSetup.Partitions, TimeProvider.System);
        await WriteAsync(writer, events, Before);
        await CountedAsync(history, writer.Written.Count);
        await history.ExecuteAsync("update history_counts set events = events + 7, units = units + 1");
        await history.ExecuteAsync("delete from history_visitors");

        var rebuilding = RebuildAsync(history, "2020-01-01");
        using var http = new HttpClient { BaseAddress = node.Address };
        do
        {
            await WriteAsync(writer, events, Meanwhile / 10);
            Assert.True((await http.GetAsync("api/clickCount", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        }
        while (!rebuilding.IsCompleted || writer.Written.Count < Before + Meanwhile);

        Assert.Equal(0, await rebuilding);
        await CountedAsync(history, writer.Written.Count);
        await IsRightAsync(history);
        Assert.Equal(0, await node.StopAsync());
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task What_the_log_does_not_hold_any_more_is_kept_as_it_was_counted(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var node = await StatsAsync(history);
        using var writer = new EventWriter(await shared.BootstrapServersAsync(), _prefix);
        await WriteAsync(writer, new RandomEvents(seed: 6, TopicSetup.Partitions, TimeProvider.System), Before);
        await CountedAsync(history, writer.Written.Count);
        var (log, before) = (await LogAsync(), new HistoryTables(history.Database).Counts());

        await ForgetFirstAsync(log, part: 0.2);
        Assert.Equal(0, await RebuildAsync(history, "2020-01-01"));

        Assert.Equal(before.Order(StringComparer.Ordinal), new HistoryTables(history.Database).Counts().Order(StringComparer.Ordinal));
        await IsRightAsync(history, log);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task A_rebuild_that_another_one_overtakes_changes_nothing(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(new Happened(HistoryKind.Click, TestHistory.Minute("2026-11-24T12:00Z")));
        var (first, second) = (new RebuildTables(history.Database, "first"), new RebuildTables(history.Database, "second"));
        first.Prepare("cluster", [], from: 0);
        second.Prepare("cluster", [], from: 0);

        Assert.Throws<RebuildException>(() => first.Add(new HistoryBatch()));
        Assert.Throws<RebuildException>(() => first.TakePlace("cluster", [], _ => new HistoryBatch()));

        Assert.Equal(3, new HistoryTables(history.Database).Counts().Count);
        second.TakePlace("cluster", [], _ => new HistoryBatch());
        Assert.Empty(new HistoryTables(history.Database).Counts());
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_with_how_it_is_said() => Assert.Equal(2, await Builder("sqlite:history.db", "127.0.0.1:1").RebuildAsync(["rebuild", "--from", "yesterday"]));

    private async Task<InProcessService> StatsAsync(TestHistory history)
    {
        var node = await InProcessService.StartAsync(
            "EdmStats", ("KAFKA_BOOTSTRAP_SERVERS", await shared.BootstrapServersAsync()), ("KAFKA_PREFIX", _prefix), ("DATABASE_URL", history.Url));
        await node.ReadyAsync();
        return node;
    }

    private async Task<int> RebuildAsync(TestHistory history, string from) =>
        await Builder(history.Url, await shared.BootstrapServersAsync()).RebuildAsync(["rebuild", "--from", from]);

    private WebApplicationBuilder Builder(string database, string servers)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DATABASE_URL"] = database,
            ["KAFKA_BOOTSTRAP_SERVERS"] = servers,
            ["KAFKA_PREFIX"] = _prefix,
        });
        builder.AddHosting(port: 0);
        builder.AddTables();
        builder.AddKafka();
        builder.AddHistoryConsume();
        builder.AddPersist();
        return builder;
    }

    private static async Task WriteAsync(EventWriter writer, RandomEvents events, int count)
    {
        for (var i = 0; i < count; i++) writer.Write(events.Next());
        await writer.FlushAsync();
    }

    private static Task CountedAsync(TestHistory history, long records) =>
        Eventually.EqualAsync(records, () => new HistoryTables(history.Database).Next().Values.Sum(), Patience);

    private async Task IsRightAsync(TestHistory history, IReadOnlyList<LogEntry>? log = null)
    {
        var (expected, found) = (new ExpectedHistory(log ?? await LogAsync()), new HistoryTables(history.Database));
        Assert.Equal(expected.Counts.Order(StringComparer.Ordinal), found.Counts().Order(StringComparer.Ordinal));
        Assert.Equal(expected.Sketches.Order(StringComparer.Ordinal), found.Sketches().Order(StringComparer.Ordinal));
        Assert.Equal(expected.Products.Order(StringComparer.Ordinal), found.Products().Order(StringComparer.Ordinal));
    }

    private async Task<List<LogEntry>> LogAsync()
    {
        var log = new List<LogEntry>();
        foreach (var topic in Input)
        {
            var records = await ClusterTopics.ReadAllAsync(await shared.BootstrapServersAsync(), _prefix + topic);
            log.AddRange(records.Select(r => new LogEntry(topic, r.Partition, r.Message.Key, r.Message.Value, r.Message.Timestamp.UnixTimestampMs, r.Offset)));
        }

        return log;
    }

    private async Task ForgetFirstAsync(List<LogEntry> log, double part)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = await shared.BootstrapServersAsync() }).Build();
        await admin.DeleteRecordsAsync(
            log.GroupBy(e => (e.Topic, e.Partition)).Select(p => new TopicPartitionOffset(_prefix + p.Key.Topic, p.Key.Partition, (long)(p.Count() * part))),
            new DeleteRecordsOptions { RequestTimeout = Patience });
    }
}
