using System.Globalization;

namespace EndToEnd.Tests;

/// <summary>Shoppers whose books know what they did, while brokers restart and the relay is killed under them.</summary>
[Collection(nameof(OwnBrokers))]
public sealed class ShoppersThroughFaultsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-shoppers-").FullName;

    [Fact]
    public async Task Nothing_answered_is_missing_and_each_double_is_explained()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(nodes: 3, cancellationToken: stop);
        var relay = await RelayAsync(cluster, port: 0);
        var port = relay.Address.Port;
        var book = Path.Combine(_folder, "book.ndjson");
        var faultsAreOver = new TaskCompletionSource();
        var shopping = ProgramOutput.OfAsync(
            "dotnet",
            [ServiceProcess.FileOf("EdmShopper"), "--rate", "400", "--for", "30m", "--shoppers", "200", "--seed", "11", "--relay", $"http://localhost:{port}", "--book", book],
            _folder,
            faultsAreOver.Task,
            stop);
        try
        {
            for (var node = 1; node <= 3; node++)
            {
                await LongerAsync(book, shopping);
                await cluster.StopNodeAsync(node, stop);
                if (node < 3)
                {
                    // In the middle of it: what it had handed over is in the brokers, and never answered.
                    await LongerAsync(book, shopping);
                    await relay.KillAsync();
                    relay = await RelayAsync(cluster, port);
                }

                await cluster.StartNodeAsync(node, stop);
                await cluster.WaitForFullIsrAsync("edm-ui-click");
            }

            await LongerAsync(book, shopping);
            faultsAreOver.SetResult();
            var (exitCode, printed) = await shopping.WaitAsync(Patience, TimeProvider.System, stop);

            // 1 when something was still on its way: the book says so, and it may lie in the topics or not.
            Assert.True(exitCode is 0 or 1, printed);
        }
        finally
        {
            faultsAreOver.TrySetResult();
            await relay.DisposeAsync();
        }

        var (verdict, found) = await ProgramOutput.OfAsync(
            "dotnet", [ServiceProcess.FileOf("EdmShopper"), "verify", book, "--kafka", cluster.BootstrapServers], _folder, stop);
        TestContext.Current.TestOutputHelper!.WriteLine(found);
        Assert.True(verdict == 0, found);
        Assert.Contains("All holds.", found, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<ServiceProcess> RelayAsync(KafkaCluster cluster, int port)
    {
        var relay = await ServiceProcess.StartAsync(
            "EdmRelay", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers), ("PORT", port.ToString(CultureInfo.InvariantCulture)));
        using var sender = new Sender(relay.Address);
        await Eventually.EqualAsync(200, () => sender.StatusAsync("health/ready"), Patience);
        return relay;
    }

    /// <summary>Ends when the book has grown by some hundreds of events.</summary>
    private static async Task LongerAsync(string book, Task shopping)
    {
        static long Length(string book) => File.Exists(book) ? new FileInfo(book).Length : 0;
        var before = Length(book);
        await Eventually.TrueAsync(() => Length(book) > before + 200_000, Patience, () => $"the shoppers are {shopping.Status}, their book has {Length(book)} bytes");
    }
}
