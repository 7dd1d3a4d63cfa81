namespace Browser.Tests.Tracker;

public class StrictPageTests(Chromium chromium, SharedKafka kafka)
{
    [Fact]
    public async Task A_page_that_allows_next_to_nothing_has_nothing_to_complain_of()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        shop.Proxy.Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
        var ada = await shop.NewTabAsync();
        var complaints = new Complaints(ada.Tab);

        await ada.OpenAsync();
        await ada.ClickAsync();
        await ada.TrackAsync("product_added", "kit-7");
        await shop.SettleAsync(ada);
        await ada.ReloadAsync();
        await shop.SettleAsync(ada);

        Assert.Empty(complaints.Heard);
        await shop.AllLandedOnceAsync();
    }
}
