using System.Diagnostics;
using System.Net;

namespace EndToEnd.Tests;

public class SilentBrokersTests
{
    [Fact]
    public async Task Without_brokers_the_relay_says_so_in_time_and_recovers_by_itself()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(cancellationToken: stop);
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers));
        using var sender = new Sender(demo.Address);
        await Eventually.EqualAsync(200, () => sender.StatusAsync("health/ready"), TimeSpan.FromSeconds(30));
        await sender.PostAsync(Sender.Click(Sender.NewId()));
        await Eventually.EqualAsync(1, sender.ClicksAsync, TimeSpan.FromSeconds(30));

        await cluster.StopAllAsync(stop);
        var unanswered = Sender.NewId();
        var watch = Stopwatch.StartNew();
        using var refused = await sender.PostAsync(Sender.Click(unanswered));
        TestContext.Current.TestOutputHelper!.WriteLine($"503 after {watch.Elapsed.TotalSeconds:0.0} s");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        await Eventually.EqualAsync(503, () => sender.StatusAsync("health/ready"), TimeSpan.FromSeconds(20));
        Assert.Equal(200, await sender.StatusAsync("health/live"));
        Assert.Equal(System.Text.Json.JsonValueKind.Number, (await sender.SnapshotAsync()).GetProperty("silentSince").ValueKind);

        await cluster.StartAllAsync(stop);
        await Eventually.EqualAsync(200, () => sender.StatusAsync("health/ready"), TimeSpan.FromSeconds(60));
        await Eventually.EqualAsync(HttpStatusCode.OK, async () => (await sender.PostAsync(Sender.Click(unanswered))).StatusCode, TimeSpan.FromSeconds(60));
        await Eventually.EqualAsync(2, sender.ClicksAsync, TimeSpan.FromSeconds(60));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await sender.SnapshotAsync()).GetProperty("silentSince").ValueKind);
        Assert.False(demo.HasEnded);
    }
}
