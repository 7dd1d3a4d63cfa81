namespace EndToEnd.Tests;

/// <summary>A stream node that is killed while people shop shows the truth when it is back: all that it knows comes from the log.</summary>
public sealed class StreamKilledTests(SharedKafka kafka) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-killed-").FullName;

    [Fact]
    public async Task Killed_twice_it_shows_every_figure_as_the_shoppers_know_it()
    {
        var stop = TestContext.Current.CancellationToken;
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", await kafka.BootstrapServersAsync()), ("KAFKA_PREFIX", SharedKafka.NewPrefix())];
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        var book = Path.Combine(_folder, "book.ndjson");
        var enough = new TaskCompletionSource();
        var shopping = ProgramOutput.OfAsync(
            "dotnet",
            [ServiceProcess.FileOf("EdmShopper"), "--rate", "500", "--for", "30m", "--shoppers", "100", "--seed", "7", "--relay", relay.Address.AbsoluteUri, "--book", book],
            _folder, enough.Task, stop);

        for (var death = 0; death < 2; death++)
        {
            await using var dying = await ServiceProcess.StartAsync("EdmStream", settings);
            await HasCountedMoreThanAsync(dying, (death + 1) * 1_000);
            await dying.KillAsync();
        }

        await using var node = await ServiceProcess.StartAsync("EdmStream", settings);
        await HasCountedMoreThanAsync(node, 3_000);
        enough.SetResult();
        var (exitCode, printed) = await shopping.WaitAsync(Patience, TimeProvider.System, stop);
        Assert.True(exitCode == 0, printed);

        var compared = "";
        await Eventually.TrueAsync(
            async () =>
            {
                (exitCode, compared) = await ProgramOutput.OfAsync(
                    "dotnet", [ServiceProcess.FileOf("EdmShopper"), "truth", book, "--against", node.Address.AbsoluteUri], _folder, stop);
                return exitCode == 0;
            },
            Patience, () => compared);
        Assert.Contains("figures are the truth", compared, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task HasCountedMoreThanAsync(ServiceProcess node, long records)
    {
        using var sender = new Sender(node.Address);
        await Eventually.TrueAsync(async () => await sender.BooksAsync("read") > records, Patience);
    }
}
