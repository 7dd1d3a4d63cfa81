namespace Drills.Tests.Stream;

/// <summary>
/// Lets faults come to stream nodes and brokers, in an order and at moments that a seed decides, while people shop and dashboards
/// record. In the end every node must show the truth, and no dashboard may ever have seen a number go back.
/// </summary>
internal sealed class NodesDrill(int seed, KafkaCluster cluster)
{
    private const int Rate = 100, Shoppers = 50;

    // Longer than the group's session of ten seconds: then others have the partitions.
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(13), Patience = TimeSpan.FromMinutes(2), LongestPause = TimeSpan.FromSeconds(3);

    private readonly Random _random = new(seed);
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    /// <param name="nodes">How many stream nodes there are at first.</param>
    public async Task RunAsync(int nodes)
    {
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers), ("KAFKA_PREFIX", SharedKafka.NewPrefix())];
        await using var relay = await InProcessService.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        await using var live = new LiveNodes(_random, TimeProvider.System, settings);
        for (var node = 0; node < nodes; node++) await live.AddAsync();
        await live.ReadyAsync();
        using var shopping = new Shopping(relay.Address, Rate, Shoppers, seed, "30m", _stop);
        await FaultsAsync(live);
        await live.ThawAsync();
        await shopping.EndAsync();
        await OneTruth.HoldsAsync(live, shopping, Patience, Say);
    }

    private async Task FaultsAsync(LiveNodes live)
    {
        (string Name, Func<Task> Happen)[] faults =
        [
            ("killed", () => live.KillAsync()),
            ("killed", () => live.KillAsync()),
            ("stands still beyond its session", () => live.FreezeAsync(Frozen)),
            ("another came", live.AddAsync),
            ("broker killed", BrokerAsync),
        ];
        _random.Shuffle(faults);
        var some = faults.Take(DrillLength.Of(3, inLongRun: faults.Length)).ToList();
        Say($"seed {seed}: {string.Join(", ", some.Select(f => f.Name))}");
        foreach (var (name, happen) in some)
        {
            // The moments in between are random too.
            await Task.Delay(_random.NextDouble() * LongestPause, TimeProvider.System, _stop);
            var start = TimeProvider.System.GetTimestamp();
            await happen().WaitAsync(Patience, TimeProvider.System, _stop);
            Say($"{name}, in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s");
        }
    }

    private async Task BrokerAsync()
    {
        var broker = _random.Next(1, 4);
        await cluster.KillNodeAsync(broker);
        await Task.Delay(_random.NextDouble() * LongestPause, TimeProvider.System, _stop);
        await cluster.StartNodeAsync(broker, _stop);
        await cluster.WaitForFullIsrAsync();
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
