using System.Net;

namespace Browser.Tests.Tracker;

/// <summary>The relay cannot be had for a while, and the shopper goes on.</summary>
public class RelayAwayTests(Chromium chromium, SharedKafka kafka)
{
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(2), Step = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_relay_killed_and_started_again_two_minutes_later_gets_all_that_was_done()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync(), killable: true);
        var ada = await shop.EnterAsync();
        await ada.ClickAsync();
        await shop.SettleAsync(ada);

        await shop.KillRelayAsync();
        await ShopOnAsync(shop, ada);

        Assert.NotEqual(0, await ada.StatAsync("queued"));
        await shop.StartRelayAsync();

        await shop.SettleAsync(ada);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task A_relay_killed_in_the_middle_of_a_send_gets_it_again()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync(), killable: true);
        var (ada, hold) = await shop.EnterHeldAsync();
        await ada.ClickAsync();

        await shop.KillRelayAsync();
        shop.Proxy.Fault = Faults.None;
        hold.Release();
        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, Patience);
        await shop.StartRelayAsync();

        await shop.SettleAsync(ada);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task When_told_to_come_back_later_it_does_not_come_sooner()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.Status(HttpStatusCode.TooManyRequests, retryAfter: 30);
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        shop.Proxy.Fault = Faults.None;

        for (var passed = 0; passed < 40; passed += 4)
        {
            await ada.ClickAsync();
            await shop.PassAsync(TimeSpan.FromSeconds(4));
        }

        await shop.SettleAsync(ada);
        Assert.InRange(shop.Proxy.Requests.Skip(1).Min(r => r.SentAt) - shop.Proxy.Requests.First().SentAt, 30_000, 36_000);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task Without_a_network_events_wait_for_it()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);

        await shop.Profile.SetOfflineAsync(true);

        // A try of which the browser did not know that it cannot leave may have arrived: its hour runs.
        await Eventually.TrueAsync(() => ada.Tab.EvaluateAsync<bool>("!navigator.onLine"), TimeSpan.FromSeconds(30));
        await ShopOnAsync(shop, ada);

        // However long it takes: no broker can have them, so that their hour does not run. It would if the network came back in the
        // middle of a try that began before all that time passed.
        await Eventually.EqualAsync(false, ada.IsTriedAsync, TimeSpan.FromSeconds(30));
        await shop.PassAsync(TimeSpan.FromMinutes(61));
        Assert.Single(shop.Proxy.Requests);
        await shop.Profile.SetOfflineAsync(false);

        await shop.SettleAsync(ada);
        Assert.Equal(0, await ada.StatAsync("unconfirmed"));
        await shop.AllLandedOnceAsync();
    }

    private static async Task ShopOnAsync(Shop shop, Shopper shopper)
    {
        for (var passed = TimeSpan.Zero; passed < Outage; passed += Step)
        {
            await shopper.ClickAsync();
            await shop.PassAsync(Step);
        }
    }
}
