namespace Browser.Tests.Tracker;

/// <summary>A page goes while its events are on their way, or still wait.</summary>
public class GoingAwayTests(Chromium chromium, SharedKafka kafka)
{
    // What a browser opens to a host; requests without credentials, as the tracker's, have their own.
    private const int Connections = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), LieAbout = TimeSpan.FromSeconds(6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Going_to_another_page_or_to_the_same_in_the_middle_of_a_send_loses_nothing(bool same)
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();

        await ada.ClickAsync();
        await (same ? ada.ReloadAsync() : ada.OpenAsync("?elsewhere"));
        shop.Proxy.Fault = Faults.None;
        hold.Release();

        await shop.PassAsync(LieAbout);
        await shop.SettleAsync(ada);
        await shop.AllLandedAsync();
    }

    [Fact]
    public async Task What_a_tab_that_is_closed_has_not_sent_it_sends_as_it_goes()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();

        await ada.ClickAsync();
        await ada.ClickAsync();
        Assert.Single(shop.Proxy.Requests);
        shop.Proxy.Fault = Faults.None;
        await ada.Tab.CloseAsync();

        await Eventually.EqualAsync([1, 2], () => shop.Proxy.Requests.Select(r => r.EventIds.Count), Patience);
        hold.Release();
        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task What_has_no_connection_yet_when_its_tab_is_closed_is_sent_when_there_is_one()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);
        var other = await shop.Profile.NewPageAsync();
        await other.GotoAsync(new Uri(shop.Proxy.Address, Shop.PageWithoutTracker).ToString());
        await other.EvaluateAsync($"() => {{ for (let n = 0; n < {Connections}; n++) fetch('/busy?' + n, {{ credentials: 'omit' }}); }}");
        await Eventually.EqualAsync(Connections, () => shop.Proxy.Busy, Patience);

        await ada.ClickAsync();
        await ada.ClickAsync();
        await ada.Tab.CloseAsync();
        Assert.Single(shop.Proxy.Requests);
        shop.Proxy.Idle.SetResult();

        await Eventually.EqualAsync(3, () => shop.Proxy.Requests.Sum(r => r.EventIds.Count), Patience);
        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task What_a_closed_tab_could_not_send_goes_by_the_next_tab()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.ComeBackLater;
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        await ada.ClickAsync();
        await ada.ClickAsync();
        await ada.Tab.CloseAsync();
        Assert.Empty(await shop.LandedAsync());

        shop.Proxy.Fault = Faults.None;
        var next = await shop.EnterAsync("next");
        await shop.PassAsync(LieAbout);

        await shop.SettleAsync(next);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task What_a_closed_tab_was_not_answered_for_goes_again_by_the_next_tab()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();
        await ada.Tab.CloseAsync();
        shop.Proxy.Fault = Faults.None;
        hold.Release();
        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);

        var next = await shop.EnterAsync("next");
        await shop.PassAsync(LieAbout);

        await shop.SettleAsync(next);
        Assert.Single(await shop.AllLandedAsync());
    }
}
