using System.Text.Json;

namespace EndToEnd.Tests;

public class RestartedBrokersTests
{
    private const int Connections = 8, LeastEvents = 20_000;

    [Fact]
    public async Task Nothing_answered_is_lost_and_nothing_is_shown_twice_while_each_broker_is_restarted_in_turn()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(nodes: 3, cancellationToken: stop);
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers));
        using var screen = new Sender(demo.Address);
        await Eventually.EqualAsync(200, () => screen.StatusAsync("health/ready"), TimeSpan.FromSeconds(30));

        var drill = new LoadDrill(demo.Address, Connections);
        var load = drill.RunAsync();
        for (var node = 1; node <= 3; node++)
        {
            var before = drill.Count;
            await cluster.StopNodeAsync(node, stop);
            await Eventually.TrueAsync(() => drill.Count > before + 500, TimeSpan.FromSeconds(60));
            await cluster.StartNodeAsync(node, stop);
            await cluster.WaitForFullIsrAsync("edm-ui-click");
        }

        await Eventually.TrueAsync(() => drill.Count >= LeastEvents, TimeSpan.FromMinutes(3), () => $"{drill.Count} answered");
        drill.Stop();
        await load;

        var records = await ClusterTopics.ReadAllAsync(cluster.BootstrapServers, "edm-ui-click");
        var times = records.Select(r => JsonDocument.Parse(r.Message.Value).RootElement.GetProperty("event_id").GetString()!)
            .CountBy(id => id).ToDictionary();
        Assert.DoesNotContain(drill.Answered, id => !times.ContainsKey(id));
        Assert.DoesNotContain(times, t => t.Value > 1 && !drill.WasRetried(t.Key));
        await Eventually.EqualAsync(records.Count, () => screen.BooksAsync("read"), TimeSpan.FromSeconds(30));
        Assert.Equal(times.Count, await screen.BooksAsync("shown"));
        Assert.Equal(records.Count - times.Count, await screen.BooksAsync("duplicate"));
        Assert.Equal(times.Count, await screen.ClicksAsync());
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{drill.Count} events answered, {drill.Retries} tries unanswered, {records.Count} records, {records.Count - times.Count} of them doubles");
    }
}
