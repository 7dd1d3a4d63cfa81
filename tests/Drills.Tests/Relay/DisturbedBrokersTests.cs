using System.Text.Json;

namespace Drills.Tests.Relay;

[Collection(nameof(ThreeBrokers))]
public class DisturbedBrokersTests(ThreeDrillBrokers brokers)
{
    private const int Connections = 8, AtEachBroker = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public Task Nothing_answered_is_lost_and_nothing_is_shown_twice_while_each_broker_is_restarted_in_turn() =>
        HoldsAsync(leastEvents: DrillLength.Of(5_000, inLongRun: 20_000), (cluster, node) => cluster.StopNodeAsync(node), (cluster, node) => cluster.StartNodeAsync(node));

    /// <summary>A frozen broker keeps its connections and answers none: only there are tries unanswered, and records doubled.</summary>
    [Fact]
    public Task Nothing_answered_is_lost_and_nothing_is_shown_twice_while_each_broker_is_frozen_in_turn() =>
        HoldsAsync(leastEvents: 3 * AtEachBroker, (cluster, node) => At(() => cluster.PauseNode(node)), (cluster, node) => At(() => cluster.ResumeNode(node)));

    private async Task HoldsAsync(int leastEvents, Func<KafkaCluster, int, Task> disturb, Func<KafkaCluster, int, Task> mend)
    {
        var (cluster, prefix) = (await brokers.WholeAsync(), SharedKafka.NewPrefix());
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers), ("KAFKA_PREFIX", prefix));
        using var screen = new Sender(demo.Address);
        await demo.ReadyAsync();

        var drill = new LoadDrill(demo.Address, Connections);
        var load = drill.RunAsync();
        for (var node = 1; node <= 3; node++)
        {
            var before = drill.Count;
            await disturb(cluster, node);
            await Eventually.TrueAsync(() => drill.Count > before + AtEachBroker, Patience);
            await mend(cluster, node);
            await cluster.WaitForFullIsrAsync(prefix + "edm-ui-click");
        }

        await Eventually.TrueAsync(() => drill.Count >= leastEvents, Patience, () => $"{drill.Count} answered");
        drill.Stop();
        await load;
        await AgreesAsync(drill, cluster.BootstrapServers, prefix, screen);
    }

    private static async Task AgreesAsync(LoadDrill drill, string servers, string prefix, Sender screen)
    {
        var records = await ClusterTopics.ReadAllAsync(servers, prefix + "edm-ui-click");
        var times = records.Select(r => JsonDocument.Parse(r.Message.Value).RootElement.GetProperty("event_id").GetString()!)
            .CountBy(id => id).ToDictionary();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{drill.Count} events answered, {drill.Retries} tries unanswered, {records.Count} records, {records.Count - times.Count} of them doubles");

        Assert.DoesNotContain(drill.Answered, id => !times.ContainsKey(id));
        Assert.DoesNotContain(times, t => t.Value > 1 && !drill.WasRetried(t.Key));
        await Eventually.EqualAsync(records.Count, () => screen.BooksAsync("read"), Patience);
        Assert.Equal(times.Count, await screen.BooksAsync("shown"));
        Assert.Equal(records.Count - times.Count, await screen.BooksAsync("duplicate"));

        // What was counted last may be said a moment later than that it was.
        await Eventually.EqualAsync(times.Count, screen.ClicksAsync, Patience);
    }

    private static Task At(Action once)
    {
        once();
        return Task.CompletedTask;
    }
}
