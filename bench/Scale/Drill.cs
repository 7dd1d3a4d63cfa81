using System.Globalization;
using Drills.Tests.Stream;

namespace Scale;

/// <summary>Three nodes, of which one is killed and one stands still, while shoppers who know the truth are in the shop.</summary>
internal static class Drill
{
    private const int Nodes = 3, Shoppers = 400, Seed = 7;
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(40), Patience = TimeSpan.FromMinutes(3);

    /// <param name="rate">Events a second.</param>
    /// <param name="length">How long the shoppers stay.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The exit code: 1 where a figure is not the truth.</returns>
    public static async Task<int> RunAsync(int rate, TimeSpan length, TimeProvider time)
    {
        await using var kafka = await KafkaCluster.StartAsync(nodes: 3);
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", kafka.BootstrapServers)];
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        await using var live = new LiveNodes(new Random(Seed), time, settings);
        var nodes = new List<Uri>();
        for (var n = 0; n < Nodes; n++) nodes.Add(await live.AddAsync());
        await live.ReadyAsync();

        var from = time.GetUtcNow();
        using var shopping = new Shopping(relay.Address, rate, Shoppers, Seed, string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0}s"), CancellationToken.None);
        await Task.Delay(length / 6, time);
        Say($"The second node is killed, and another one started in its place.");
        await live.KillAsync(nodes[1]);
        await Task.Delay(length / 6, time);
        Say($"The third node stands still for {Frozen.TotalSeconds:0} s.");
        await live.FreezeAsync(Frozen, nodes[2]);
        await shopping.ToEndAsync();
        var to = time.GetUtcNow();
        await live.ThawAsync();
        Say($"{rate:N0} events a second for {length.TotalSeconds:0} s are sent and answered.");

        // The first node is the one to which nothing happened.
        Silence.Print(live.Recorders.First(r => r.First == nodes[0]).Frames, from, to);
        try
        {
            await OneTruth.HoldsAsync(live, shopping, Patience, line => Say($"{line}"));
            return 0;
        }
        catch (Xunit.Sdk.XunitException e)
        {
            Say($"{e.Message}");
            return 1;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
