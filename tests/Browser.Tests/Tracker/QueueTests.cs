using System.Net;

namespace Browser.Tests.Tracker;

/// <summary>How an event leaves the queue other than by being accepted: it is always counted.</summary>
public class QueueTests(Chromium chromium, SharedKafka kafka)
{
    private const int Bound = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_event_that_the_relay_refuses_is_counted_and_its_neighbours_arrive()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();
        await ada.ClickAsync();
        await ada.Tab.EvaluateAsync("edm.track('not a name', {})");
        await ada.ClickAsync();
        shop.Proxy.Fault = Faults.None;
        hold.Release();

        await shop.SettleAsync(ada);
        Assert.Equal([1, 3], shop.Proxy.Requests.Select(r => r.EventIds.Count));
        Assert.Equal(1, await ada.StatAsync("refused"));
        Assert.Equal(3, await ada.StatAsync("sent"));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task An_event_that_is_refused_alone_leaves_the_queue_too()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);

        await ada.Tab.EvaluateAsync("edm.track('not a name', {})");
        await shop.SettleAsync(ada);
        await ada.ClickAsync();
        await shop.SettleAsync(ada);

        Assert.Equal(1, await ada.StatAsync("refused"));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task Of_more_events_than_the_queue_holds_the_oldest_are_dropped_and_counted()
    {
        const int over = 100;
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.Away;
        var ada = await shop.EnterAsync();
        await ada.Tab.EvaluateAsync("count => { for (let n = 1; n <= count; n++) edm.track('product_added', { key: `kit-${n}` }); }", Bound + over);

        Assert.Equal(Bound, await ada.StatAsync("queued"));
        Assert.Equal(1 + over, await ada.StatAsync("dropped"));
        shop.Proxy.Fault = Faults.None;
        await shop.SettleAsync(ada);

        var landed = await shop.LandedAsync();
        Assert.Equal(
            Enumerable.Range(1 + over, Bound).Select(n => new Deed("product_added", $"kit-{n}")).ToHashSet(), landed.Select(l => l.Deed).ToHashSet());
        Assert.Equal(Bound, landed.Count);
    }

    [Fact]
    public async Task An_event_that_nobody_answered_for_within_an_hour_is_dropped_and_counted()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.Status(HttpStatusCode.InternalServerError, retryAfter: 600);
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        shop.Forget();

        // This one waits with the other, and is tried for the first time when that one's hour is over.
        await ada.ClickAsync();
        Assert.Single(shop.Proxy.Requests);
        shop.Proxy.Fault = Faults.Status(HttpStatusCode.InternalServerError);
        await shop.PassAsync(TimeSpan.FromMinutes(61));
        await Eventually.EqualAsync(1, () => ada.StatAsync("unconfirmed"), Patience);
        shop.Proxy.Fault = Faults.None;
        await ada.ClickAsync();

        await shop.SettleAsync(ada);
        Assert.Equal(1, await ada.StatAsync("unconfirmed"));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task What_no_broker_can_have_is_kept_for_longer_than_an_hour()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());

        // The pause is long, so that no try is on its way when the hour passes: that one would be an hour old.
        shop.Proxy.Fault = Faults.Status(HttpStatusCode.ServiceUnavailable, "{\"tried\":false}", retryAfter: 600);
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        await ada.ClickAsync();
        shop.Proxy.Fault = Faults.None;

        await shop.PassAsync(TimeSpan.FromMinutes(61));

        await shop.SettleAsync(ada);
        Assert.Equal(0, await ada.StatAsync("unconfirmed"));
        await shop.AllLandedOnceAsync();
    }
}
