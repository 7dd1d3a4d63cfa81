using EdmStats.Tests;

namespace Drills.Tests.Stats;

/// <summary>
/// Whatever fails, and whenever: in the end every record is counted once. The databases and the brokers are real, and the
/// expectations are worked out from the topics by other code. <c>EDM_LONG_RUN</c> lets more faults come.
/// </summary>
[Collection(nameof(OneBroker))]
public class HistoryThroughFaultsTests(OneDrillBroker brokers)
{
    [Fact]
    public async Task Everything_is_counted_once_in_PostgreSQL_whatever_dies_or_stands_still()
    {
        var (cluster, prefix) = (await brokers.WholeAsync(), SharedKafka.NewPrefix());
        await using var server = new PostgresServer();
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);
        await using var proxy = new CommitProxy(server.Socket);
        var seed = DrillSeed.New();
        var random = new Random(seed);
        var name = new Uri(history.Url).AbsolutePath;
        await using var nodes = Nodes(random, cluster, prefix, $"postgres://edm@127.0.0.1:{proxy.Port}{name}?sslmode=disable");
        await nodes.StartAsync();
        await nodes.ReadyAsync();

        await new FaultDrill(seed, cluster.BootstrapServers, prefix, history.Database, nodes).RunAsync(
            random,
            [
                .. Faults(random, cluster, nodes),
                new("commit cut before the server", 6, () => proxy.CutNextAsync(CommitCut.BeforeServer, random.Next(4) > 0)),
                new("commit cut in flight", 6, () => proxy.CutNextAsync(CommitCut.InFlight, random.Next(4) > 0)),
                new("commit's answer cut", 6, () => proxy.CutNextAsync(CommitCut.Unanswered, random.Next(4) > 0)),
                new("database stopped at once", 3, async () =>
                {
                    await server.StopAtOnceAsync();
                    await server.StartAgainAsync();
                }),
            ]);
    }

    [Fact]
    public async Task Everything_is_counted_once_in_a_file_that_two_instances_share()
    {
        var (cluster, prefix) = (await brokers.WholeAsync(), SharedKafka.NewPrefix());
        await using var server = new PostgresServer();
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        var seed = DrillSeed.New();
        var random = new Random(seed);
        await using var nodes = Nodes(random, cluster, prefix, history.Url);
        await nodes.StartAsync();
        await nodes.ReadyAsync();

        await new FaultDrill(seed, cluster.BootstrapServers, prefix, history.Database, nodes).RunAsync(random, Faults(random, cluster, nodes));
    }

    private static StatsNodes Nodes(Random random, KafkaCluster cluster, string prefix, string url) =>
        new(random, ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers), ("KAFKA_PREFIX", prefix), ("DATABASE_URL", url));

    private static Fault[] Faults(Random random, KafkaCluster cluster, StatsNodes nodes) =>
    [
        new("killed", 4, nodes.KillAsync),
        new("another came or went", 4, nodes.ComeOrGoAsync),
        new("stood still beyond its session", 1, nodes.FreezeAsync),
        new("broker stood still", 2, async () =>
        {
            // Its time is the fault itself.
            cluster.PauseNode(1);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(500, 4_000)), TimeProvider.System, TestContext.Current.CancellationToken);
            cluster.ResumeNode(1);
        }),
        new("broker killed", 1, async () =>
        {
            await cluster.KillNodeAsync(1);
            await cluster.StartNodeAsync(1, TestContext.Current.CancellationToken);
        }),
    ];
}
