namespace Browser.Tests.Tracker;

/// <summary>Tabs of one profile, which share one queue.</summary>
public class ManyTabsTests(Chromium chromium, SharedKafka kafka)
{
    private const int Tabs = 10, Clicks = 5;

    // In three they arrive, are lost on the way there, and are lost on the way back.
    private static readonly int Reloads = DrillLength.Of(3, inLongRun: 10);

    [Fact]
    public async Task Ten_tabs_in_which_one_clicks_at_once_send_each_event_once()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var tabs = await Task.WhenAll(Enumerable.Range(1, Tabs).Select(n => shop.EnterAsync($"tab-{n}")));

        await Task.WhenAll(tabs.Select(async tab =>
        {
            for (var click = 0; click < Clicks; click++) await tab.ClickAsync();
        }));

        await Eventually.EqualAsync(0, () => tabs[0].StatAsync("queued"), TimeSpan.FromSeconds(60));
        Assert.Equal(Tabs * (1 + Clicks), shop.Done.Count);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task What_a_closed_tab_left_behind_is_sent_by_one_of_the_others()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var tabs = await Task.WhenAll(Enumerable.Range(1, Tabs).Select(n => shop.EnterAsync($"tab-{n}")));
        await Eventually.EqualAsync(0, () => tabs[0].StatAsync("queued"), TimeSpan.FromSeconds(60));
        shop.Proxy.Fault = Faults.ComeBackLater;
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        await ada.ClickAsync();
        await ada.Tab.CloseAsync();
        shop.Proxy.Fault = Faults.None;

        // Long enough for the next try to be due, and for ada's to lie about.
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        await Task.WhenAll(tabs.Select(tab => tab.ClickAsync()));

        await Eventually.EqualAsync(0, () => tabs[0].StatAsync("queued"), TimeSpan.FromSeconds(60));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task Ten_tabs_reloaded_again_and_again_in_the_middle_of_a_send_lose_nothing()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var hold = new Hold();
        shop.Proxy.Fault = hold.SlowAsync;
        var tabs = await Task.WhenAll(Enumerable.Range(1, Tabs).Select(n => shop.EnterAsync($"tab-{n}")));

        for (var round = 0; round < Reloads; round++)
        {
            await Task.WhenAll(tabs.Select(tab => tab.ClickAsync()));
            await Eventually.TrueAsync(() => hold.Held > 0, TimeSpan.FromSeconds(60));
            await Task.WhenAll(tabs.Select(tab => tab.ReloadAsync()));

            hold.Then = (round % 3) switch { 0 => Faults.Away, 1 => Faults.None, _ => Faults.ResetAfterTheAnswer };
            hold.Release();
        }

        shop.Proxy.Fault = Faults.None;
        hold.Release();
        await shop.SettleAsync(tabs[0]);
        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, TimeSpan.FromSeconds(60));
        var doubles = await shop.AllLandedAsync();

        Assert.Equal(Tabs * (1 + 2 * Reloads), shop.Done.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"{shop.Done.Count} done, {shop.Done.Count} distinct ids in the topics, {doubles.Count} doubles of {doubles.Distinct().Count()} of them, {shop.Proxy.Requests.Count} requests");
    }
}
