namespace Browser.Tests.Tracker;

/// <summary>A browser that gives the tracker no room, or none at all.</summary>
public class StorageTests(Chromium chromium, SharedKafka kafka)
{
    private const string DenyStorage = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });";
    private const string DenyLocks = "navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));";

    // As many characters as fit, to the last one.
    private const string FillStorage = """
        for (let room = 2 ** 24, key = 0; room >= 1; key++)
          try { localStorage.setItem('shop' + key, 'x'.repeat(room)); } catch { room = Math.floor(room / 2); }
        for (let key = 'y'; key.length < 99; key += 'y')
          try { localStorage.setItem(key, ''); } catch { break; }
        """;

    [Theory]
    [InlineData(DenyStorage)]
    [InlineData(DenyStorage + DenyLocks)]
    public async Task Where_storage_is_denied_events_are_sent_all_the_same(string denial)
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        await shop.Profile.AddInitScriptAsync(denial);
        var ada = await shop.NewTabAsync();
        var complaints = new Complaints(ada.Tab);

        await ShopAndComeBackAsync(shop, ada);

        Assert.Empty(complaints.Heard);
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task Where_storage_is_denied_what_a_page_has_not_sent_it_sends_as_it_goes()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        await shop.Profile.AddInitScriptAsync(DenyStorage);
        var (ada, hold) = await shop.EnterHeldAsync();
        await ada.ClickAsync();

        shop.Proxy.Fault = Faults.None;
        await ada.Tab.CloseAsync();
        await Eventually.EqualAsync(2, () => shop.Proxy.Requests.Count, TimeSpan.FromSeconds(30));
        hold.Release();

        await Eventually.EqualAsync(0, () => shop.Proxy.Flying, TimeSpan.FromSeconds(30));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task Where_storage_is_full_events_are_sent_all_the_same()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.NewTabAsync();
        var complaints = new Complaints(ada.Tab);
        await FillStorageAsync(shop, ada);

        await ShopAndComeBackAsync(shop, ada);

        Assert.Empty(complaints.Heard);
        Assert.Equal(0, await ada.StatAsync("refused"));
        await shop.AllLandedOnceAsync();
    }

    [Fact]
    public async Task When_storage_becomes_full_what_it_holds_is_not_lost()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Fault = Faults.Away;
        var ada = await shop.EnterAsync();
        await ada.ClickAsync();
        await ada.Tab.EvaluateAsync($"() => {{ {FillStorage} }}");
        await ada.ClickAsync();
        shop.Proxy.Fault = Faults.None;
        await shop.SettleAsync(ada);

        await ada.ReloadAsync();
        await shop.PassAsync(TimeSpan.FromSeconds(6));
        await shop.SettleAsync(ada);
        await shop.AllLandedAsync();
    }

    [Fact]
    public async Task Where_storage_is_full_opting_out_is_remembered_all_the_same()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var ada = await shop.EnterAsync();
        await shop.SettleAsync(ada);
        await ada.Tab.EvaluateAsync($"() => {{ {FillStorage} }}");
        await ada.ClickAsync();
        await shop.SettleAsync(ada);
        var before = shop.Proxy.Requests.Count;

        await ada.Tab.EvaluateAsync("edm.optOut()");
        await ada.Tab.ReloadAsync();
        await ada.Tab.EvaluateAsync("edm.track('product_added', { key: 'kit-7' })");
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("edm-out", await ada.Tab.EvaluateAsync<string>("Object.keys(localStorage).filter(key => key.startsWith('edm')).join()"));
        Assert.Equal(before, shop.Proxy.Requests.Count);

        await ada.Tab.EvaluateAsync("edm.optIn()");
        await ada.ClickAsync();
        await shop.SettleAsync(ada);
        await shop.AllLandedOnceAsync();
    }

    private static async Task ShopAndComeBackAsync(Shop shop, Shopper shopper)
    {
        await shopper.OpenAsync();
        await shopper.ClickAsync();
        await shop.SettleAsync(shopper);
        await shopper.ReloadAsync();
        await shopper.TrackAsync("product_added", "kit-7");
        await shop.SettleAsync(shopper);
    }

    private static async Task FillStorageAsync(Shop shop, Shopper shopper)
    {
        await shopper.Tab.GotoAsync(new Uri(shop.Proxy.Address, Shop.PageWithoutTracker).ToString());
        await shopper.Tab.EvaluateAsync($"() => {{ {FillStorage} }}");
    }
}
