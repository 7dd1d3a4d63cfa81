using System.Globalization;

namespace Drills.Tests.Relay;

/// <summary>Shoppers whose journal says what they did, while brokers restart and the relay is killed.</summary>
[Collection(nameof(ThreeBrokers))]
public class ShoppersThroughFaultsTests(ThreeDrillBrokers brokers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Nothing_answered_is_missing_and_each_double_is_explained()
    {
        var stop = TestContext.Current.CancellationToken;
        var (cluster, prefix) = (await brokers.WholeAsync(), SharedKafka.NewPrefix());
        var relay = await RelayAsync(cluster, prefix, port: 0);
        using var shopping = new Shopping(relay.Address, rate: 400, shoppers: 200, seed: 11, "30m", stop);
        try
        {
            for (var node = 1; node <= 3; node++)
            {
                await LongerAsync(shopping);
                await cluster.StopNodeAsync(node, stop);
                if (node < 3)
                {
                    // In the middle of it: what it had handed over is in the brokers, and never answered.
                    await LongerAsync(shopping);
                    await relay.KillAsync();
                    relay = await RelayAsync(cluster, prefix, relay.Address.Port);
                }

                await cluster.StartNodeAsync(node, stop);
                await cluster.WaitForFullIsrAsync(prefix + "edm-ui-click");
            }

            await LongerAsync(shopping);
            await shopping.LeaveAsync();
        }
        finally
        {
            await relay.DisposeAsync();
        }

        var (holds, found) = await shopping.VerifyAsync(cluster.BootstrapServers, prefix);
        TestContext.Current.TestOutputHelper!.WriteLine(found);
        Assert.True(holds, found);
        Assert.Contains("All holds.", found, StringComparison.Ordinal);
    }

    private static async Task<ServiceProcess> RelayAsync(KafkaCluster cluster, string prefix, int port)
    {
        var relay = await ServiceProcess.StartAsync(
            "EdmRelay", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers), ("KAFKA_PREFIX", prefix), ("PORT", port.ToString(CultureInfo.InvariantCulture)));
        await relay.ReadyAsync();
        return relay;
    }

    /// <summary>Ends when the journal has grown by some hundreds of events.</summary>
    private static async Task LongerAsync(Shopping shopping)
    {
        var before = shopping.Length;
        await Eventually.TrueAsync(() => shopping.Length > before + 200_000, Patience, () => $"the journal has {shopping.Length} bytes");
    }
}
