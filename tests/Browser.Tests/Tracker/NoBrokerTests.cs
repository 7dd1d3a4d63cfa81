namespace Browser.Tests.Tracker;

/// <summary>Kafka as a whole is away, and the relay says so.</summary>
public class NoBrokerTests(Chromium chromium)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(120), Step = TimeSpan.FromSeconds(20), Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task While_there_is_no_broker_a_browser_shops_on_and_nothing_is_lost()
    {
        Need.Browser();
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(cancellationToken: stop);
        await using var shop = await Shop.OpenAsync(chromium, cluster.BootstrapServers);
        var ada = await shop.EnterAsync();
        await ada.ClickAsync();
        await shop.SettleAsync(ada);
        var before = shop.Proxy.Requests.Count;

        await cluster.StopAllAsync(stop);
        for (var passed = TimeSpan.Zero; passed < Outage; passed += Step)
        {
            for (var n = 0; n < 2; n++)
            {
                await ada.ClickAsync();
                await ada.TrackAsync("product_added", $"kit-{passed.TotalSeconds}-{n}");
            }

            // The relay's time is not the page's: its answer may take as long as it likes.
            await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);
            await shop.PassAsync(Step);
        }

        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);
        var during = shop.Proxy.Requests.Skip(before).ToList();
        Assert.NotEmpty(during);
        await cluster.StartAllAsync(stop);
        await shop.SettleAsync(ada);

        var doubles = await shop.AllLandedAsync();
        var unknown = shop.UnansweredIds();
        Assert.Subset(unknown.ToHashSet(), doubles.ToHashSet());
        Assert.Equal(0, await ada.StatAsync("unconfirmed") + await ada.StatAsync("dropped") + await ada.StatAsync("refused"));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Outage.TotalSeconds} s without a broker: {shop.Done.Count} done, {shop.Done.Count} distinct ids in the topics, {doubles.Count} doubles among "
            + $"{unknown.Count} events with an answer that says nothing; {during.Count} requests meanwhile, {shop.Proxy.Requests.Count} in all");
    }
}
