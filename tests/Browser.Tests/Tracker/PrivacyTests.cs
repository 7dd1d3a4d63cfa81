namespace Browser.Tests.Tracker;

/// <summary>Who does not want to be followed is not.</summary>
public class PrivacyTests(Chromium chromium, SharedKafka kafka)
{
    [Theory]
    [InlineData("doNotTrack", "'1'")]
    [InlineData("globalPrivacyControl", "true")]
    public async Task A_browser_that_asks_not_to_be_tracked_stores_and_sends_nothing(string signal, string value)
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        await shop.Profile.AddInitScriptAsync($"Object.defineProperty(navigator, '{signal}', {{ get: () => {value} }});");
        var ada = await shop.EnterAsync();
        await ada.ClickAsync();
        await ada.TrackAsync("product_added", "kit-7");
        await ada.ReloadAsync();
        await ada.ClickAsync();
        await shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("{}", await StoredAsync(ada));
        await NothingSentAsync(shop, ada);
    }

    [Fact]
    public async Task What_was_stored_goes_when_a_browser_begins_to_ask()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.ComeBackLater;
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        await ada.ClickAsync();
        Assert.NotEqual("{}", await StoredAsync(ada));
        var before = await RequestsSoFarAsync(shop, ada);

        await shop.Profile.AddInitScriptAsync("Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });");
        shop.Proxy.Fault = Faults.None;
        await ada.ReloadAsync();
        await shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("{}", await StoredAsync(ada));
        Assert.Equal(before, await RequestsSoFarAsync(shop, ada));
        Assert.Empty(await shop.LandedAsync());
    }

    [Fact]
    public async Task Opting_out_empties_the_queue_and_is_remembered_until_opting_in()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.ComeBackLater;
        var ada = await shop.EnterAsync();
        await ada.PutOffAsync();
        await ada.ClickAsync();
        Assert.Equal(2, await ada.StatAsync("queued"));

        await ada.Tab.EvaluateAsync("edm.optOut()");
        shop.Proxy.Fault = Faults.None;
        Assert.Equal(0, await ada.StatAsync("queued"));
        Assert.Equal("""{"edm-out":"1"}""", await StoredAsync(ada));

        await ada.ClickAsync();
        await ada.ReloadAsync();
        await ada.ClickAsync();
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("""{"edm-out":"1"}""", await StoredAsync(ada));
        Assert.Empty(await shop.LandedAsync());

        shop.Forget();
        await ada.Tab.EvaluateAsync("edm.optIn()");
        await ada.ClickAsync();
        await shop.SettleAsync(ada);
        await shop.AllLandedOnceAsync();
    }

    private static Task<string> StoredAsync(Shopper shopper) => shopper.Tab.EvaluateAsync<string>("JSON.stringify({ ...localStorage })");

    private static async Task NothingSentAsync(Shop shop, Shopper shopper)
    {
        Assert.Equal(0, await RequestsSoFarAsync(shop, shopper));
        Assert.Empty(await shop.LandedAsync());
    }

    /// <summary>What the page asked for before this has reached the proxy after it.</summary>
    private static async Task<int> RequestsSoFarAsync(Shop shop, Shopper shopper)
    {
        await shopper.Tab.EvaluateAsync($"fetch('/{Shop.PageWithoutTracker}').then(answer => answer.text())");
        return shop.Proxy.Requests.Count;
    }
}
