namespace Browser.Tests.Tracker;

/// <summary>A tab that is put behind others may never come back; one that does goes on.</summary>
public class HiddenTabTests(Chromium chromium, SharedKafka kafka)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_a_tab_sends_as_it_is_hidden_it_does_not_send_again_when_it_is_shown()
    {
        await using var shop = await Shop.OpenAsync(chromium, await kafka.BootstrapServersAsync());
        var (ada, first) = await shop.EnterHeldAsync();
        var second = new Hold();
        await ada.ClickAsync();
        shop.Proxy.Fault = second.SlowAsync;
        await ShowAsync(ada, hidden: true);
        await Eventually.EqualAsync(1, () => second.Held, Patience);

        shop.Proxy.Fault = Faults.None;
        await ShowAsync(ada, hidden: false);
        first.Release();
        await Eventually.EqualAsync(1, () => ada.StatAsync("sent"), Patience);
        await ada.ClickAsync();
        await shop.PassAsync(TimeSpan.FromSeconds(6));
        second.Release();

        await shop.SettleAsync(ada);
        Assert.Equal(3, await ada.StatAsync("sent"));
        await shop.AllLandedOnceAsync();
    }

    // The tests' browser shows all of its tabs at once.
    private static async Task ShowAsync(Shopper shopper, bool hidden) =>
        await shopper.Tab.EvaluateAsync(
            """
            hidden => {
              Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
              document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
            }
            """,
            hidden);
}
