using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Browser.Tests.Chromium))]
[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace Browser.Tests;

public class ClickToScreenTests(Chromium chromium, SharedKafka kafka, Demo shared)
{
    [Fact]
    public async Task A_click_in_the_shop_makes_the_dashboards_bar_grow()
    {
        await using var demo = await ServiceProcess.StartAsync("EdmDemo");
        await ShowsAsync(demo);
    }

    [Fact]
    public async Task A_click_in_the_shop_makes_the_dashboards_bar_grow_through_a_real_cluster()
    {
        Need.Browser();
        await using var demo = await InProcessService.StartAsync(
            "EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", await kafka.BootstrapServersAsync()), ("KAFKA_PREFIX", SharedKafka.NewPrefix()));
        await ShowsAsync(demo);
    }

    [Fact]
    public async Task The_corner_of_the_shop_says_where_the_event_lies()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var shop = await profile.NewPageAsync();
        await shop.GotoAsync(demo.Address.ToString());

        await shop.Locator("[data-edm-click='add-to-cart']").First.ClickAsync();

        await Expect(shop.GetByText(new System.Text.RegularExpressions.Regex(@"acknowledged in \d+ ms")).First).ToBeVisibleAsync(Patient);
        await Expect(shop.GetByText(new System.Text.RegularExpressions.Regex(@"edm-ui-\w+ \[\d\] @ \d+")).First).ToBeVisibleAsync(Patient);
    }

    private static LocatorAssertionsToBeVisibleOptions Patient => new() { Timeout = 30_000 };

    private async Task ShowsAsync(RunningService demo)
    {
        // Before that an event is answered 503 and sent again, of which the browser complains.
        await demo.ReadyAsync();
        await using var profile = await chromium.NewProfileAsync();
        var dashboard = await profile.NewPageAsync();
        await dashboard.GotoAsync(new Uri(demo.Address, "dashboard").ToString());
        var shop = await profile.NewPageAsync();
        var complaints = new[] { new Complaints(dashboard), new Complaints(shop) };
        await shop.GotoAsync(demo.Address.ToString());

        // Of many events at a time the log shows a sample: the two clicks are to be in it.
        await dashboard.Locator("[data-filter] input[type='search']").FillAsync("browse-kits");
        await Expect(dashboard.GetByText("No event here passes the filter.")).ToBeVisibleAsync();

        await shop.Locator("[data-edm-click='browse-kits']").First.ClickAsync();
        var bar = dashboard.Locator("[data-panel='buttons'] [data-key='browse-kits'] [data-count]");
        await Expect(bar).ToHaveTextAsync("1", new() { Timeout = 30_000 });
        await shop.GoBackAsync();
        await shop.Locator("[data-edm-click='browse-kits']").First.ClickAsync();
        await Expect(bar).ToHaveTextAsync("2", new() { Timeout = 30_000 });

        await Expect(dashboard.Locator("[data-tile='visitors-now'] [data-figure]")).ToContainTextAsync("1");
        await Expect(dashboard.Locator("[data-seal]")).ToHaveAttributeAsync("data-holds", "true");
        await Expect(dashboard.Locator("[data-event]").Filter(new() { HasText = "browse-kits" })).ToHaveCountAsync(2);
        Assert.Empty(complaints.SelectMany(c => c.Heard));
    }
}
