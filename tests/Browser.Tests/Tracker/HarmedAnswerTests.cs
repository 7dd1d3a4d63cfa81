using System.Net;

namespace Browser.Tests.Tracker;

/// <summary>One request in which something goes wrong, and a shopper who goes on.</summary>
public class HarmedAnswerTests(Chromium chromium, SharedKafka kafka)
{
    [Fact]
    public async Task While_an_answer_is_slow_events_wait_and_then_go_together()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();

        for (var click = 0; click < 5; click++) await ada.ClickAsync();
        Assert.Single(shop.Proxy.Requests);
        shop.Proxy.Fault = Faults.None;
        hold.Release();

        await shop.SettleAsync(ada);
        Assert.Equal([1, 5], shop.Proxy.Requests.Select(r => r.EventIds.Count));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task An_answer_that_does_not_come_within_half_a_minute_is_given_up()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, hold) = await shop.EnterHeldAsync();
        shop.Proxy.Fault = Faults.None;

        await shop.HoldTimeAsync(shop.Proxy.Requests.Single().SentAt + 29_000);
        await ada.ClickAsync();
        await shop.PassAsync(TimeSpan.FromMilliseconds(900));
        Assert.False(await ada.IsPutOffAsync());
        Assert.Single(shop.Proxy.Requests);
        await shop.LetTimeGoAsync();
        await shop.PassAsync(TimeSpan.FromMilliseconds(100));
        await Eventually.TrueAsync(() => shop.Proxy.Requests.Count > 1, TimeSpan.FromSeconds(30));
        await Eventually.EqualAsync(0, () => ada.StatAsync("queued"), TimeSpan.FromSeconds(30));
        hold.Release();

        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, TimeSpan.FromSeconds(30));
        Assert.Single(await shop.AllLandedAsync());
    }

    public static TheoryData<string> NeverArrived => ["500", "502 html", "503 untried", "408", "garbage", "polite", "reset"];

    [Theory]
    [MemberData(nameof(NeverArrived))]
    public async Task What_the_relay_never_got_is_sent_again_and_lies_in_the_topics_once(string fault)
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);
        var before = shop.Proxy.Requests.Count;

        shop.Proxy.Fault = FaultOf(fault);
        await ada.ClickAsync();
        await Eventually.TrueAsync(() => shop.Proxy.Requests.Count > before, TimeSpan.FromSeconds(30));
        await ada.ClickAsync();
        shop.Proxy.Fault = Faults.None;

        await shop.SettleAsync(ada);
        Assert.Equal(3, await ada.StatAsync("sent"));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task An_answer_lost_on_its_way_makes_a_double_of_the_same_id()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);

        shop.Proxy.Fault = Faults.ResetAfterTheAnswer;
        await ada.ClickAsync();
        await Eventually.TrueAsync(async () => (await shop.LandedAsync()).Count > 1, TimeSpan.FromSeconds(30));
        shop.Proxy.Fault = Faults.None;
        await ada.ClickAsync();

        await shop.SettleAsync(ada);
        Assert.NotEmpty(await shop.AllLandedAsync());
    }

    private static Fault FaultOf(string name) => name switch
    {
        "500" => Faults.Status(HttpStatusCode.InternalServerError),
        "502 html" => Faults.Status(HttpStatusCode.BadGateway, "<html>"),
        "503 untried" => Faults.Status(HttpStatusCode.ServiceUnavailable, "{\"tried\":false}", retryAfter: 2),
        "408" => Faults.Status(HttpStatusCode.RequestTimeout),
        "garbage" => Faults.Garbage,
        "polite" => Faults.Polite,
        _ => Faults.Away,
    };
}
