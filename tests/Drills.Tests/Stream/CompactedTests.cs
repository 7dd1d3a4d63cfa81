using EdmContracts;

namespace Drills.Tests.Stream;

/// <summary>The brokers compact <c>edm-live</c> while it is read.</summary>
public class CompactedTests(SharedKafka kafka)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Every second what was said before may go, and does.
    private static readonly (string, string)[] Eager =
    [
        ("cleanup.policy", "compact"), ("segment.ms", "1000"), ("min.cleanable.dirty.ratio", "0.01"), ("max.compaction.lag.ms", "1000"),
        ("delete.retention.ms", "1000"), ("message.timestamp.type", "LogAppendTime"), ("compression.type", "lz4"),
    ];

    [Fact]
    public async Task Who_joins_while_it_is_compacted_shows_the_same_as_the_others()
    {
        var stop = TestContext.Current.CancellationToken;
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await ClusterTopics.CreateAsync(servers, prefix + Topics.Live, partitions: 1, Eager);
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix)];
        await using var relay = await InProcessService.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        var seed = DrillSeed.New();
        await using var live = new LiveNodes(new Random(seed), TimeProvider.System, settings);
        await live.AddAsync();
        await live.ReadyAsync();
        using var shopping = new Shopping(relay.Address, rate: 100, shoppers: 50, seed, "30m", stop);

        await HolesAsync(servers, prefix, least: 50);
        await live.AddAsync();
        await live.ReadyAsync();
        await HolesAsync(servers, prefix, least: 200);
        await live.AddAsync();
        await live.ReadyAsync();
        await shopping.EndAsync();
        await OneTruth.HoldsAsync(live, shopping, Patience, TestContext.Current.TestOutputHelper!.WriteLine);
    }

    /// <summary>Ends when the cleaner has taken so many records out.</summary>
    private static async Task HolesAsync(string servers, string prefix, int least)
    {
        var (held, end) = (0, 0L);
        await Eventually.TrueAsync(
            async () =>
            {
                var records = await ClusterTopics.ReadAllAsync(servers, prefix + Topics.Live);
                (held, end) = (records.Count, records.Count == 0 ? 0 : records[^1].Offset.Value + 1);
                return end - held >= least;
            },
            Patience, () => $"{held} records up to {end}");
        TestContext.Current.TestOutputHelper!.WriteLine($"{Topics.Live} holds {held} records of {end}");
    }
}
