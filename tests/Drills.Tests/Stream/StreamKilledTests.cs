namespace Drills.Tests.Stream;

/// <summary>A stream node that is killed while people shop shows the truth when it is back: all that it knows comes from the log.</summary>
public class StreamKilledTests(SharedKafka kafka)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Killed_twice_it_shows_every_figure_as_the_shoppers_know_it()
    {
        var stop = TestContext.Current.CancellationToken;
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", await kafka.BootstrapServersAsync()), ("KAFKA_PREFIX", SharedKafka.NewPrefix())];
        await using var relay = await InProcessService.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        using var shopping = new Shopping(relay.Address, rate: 500, shoppers: 100, seed: 7, "30m", stop);

        for (var death = 0; death < 2; death++)
        {
            await using var dying = await ServiceProcess.StartAsync("EdmStream", settings);
            await HasCountedMoreThanAsync(dying, (death + 1) * 1_000);
            await dying.KillAsync();
        }

        await using var node = await ServiceProcess.StartAsync("EdmStream", settings);
        await HasCountedMoreThanAsync(node, 3_000);
        await shopping.EndAsync();
        Assert.Contains("figures are the truth", await shopping.ShowsAsync(node.Address, Patience), StringComparison.Ordinal);
    }

    private static async Task HasCountedMoreThanAsync(ServiceProcess node, long records)
    {
        using var sender = new Sender(node.Address);
        await Eventually.TrueAsync(async () => await sender.BooksAsync("read") > records, Patience);
    }
}
