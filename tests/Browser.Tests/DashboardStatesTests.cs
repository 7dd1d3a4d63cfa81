using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public class DashboardStatesTests(Chromium chromium)
{
    private static readonly LocatorAssertionsToHaveAttributeOptions Patient = new() { Timeout = 120_000 };

    [Fact]
    public async Task Before_the_first_event_it_says_what_to_do()
    {
        await using var demo = await InProcessService.StartAsync("EdmDemo");
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo);

        await Expect(page.Locator("[data-badge]")).ToHaveAttributeAsync("data-state", "waiting", Patient);
        await Expect(page.GetByText("No event has arrived yet")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open the shop" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_says_when_the_brokers_are_silent_and_recovers_by_itself()
    {
        var stop = TestContext.Current.CancellationToken;
        Need.Browser();
        await using var cluster = await KafkaCluster.StartAsync(cancellationToken: stop);
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", cluster.BootstrapServers));
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo);
        await demo.PostClickAsync("browse-kits");
        var badge = page.Locator("[data-badge]");
        await Expect(badge).ToHaveAttributeAsync("data-state", "live", Patient);

        await cluster.StopAllAsync(stop);
        await Expect(badge).ToHaveAttributeAsync("data-state", "silent", Patient);
        await Expect(badge).ToContainTextAsync("Kafka does not answer");

        await cluster.StartAllAsync(stop);
        await Expect(badge).ToHaveAttributeAsync("data-state", "live", Patient);
    }

    [Fact]
    public async Task It_says_when_the_server_is_gone_and_comes_back_by_itself()
    {
        await using var first = await ServiceProcess.StartAsync("EdmDemo");
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(first);
        await first.PostClickAsync("browse-kits");
        var badge = page.Locator("[data-badge]");
        await Expect(badge).ToHaveAttributeAsync("data-state", "live", Patient);

        await first.KillAsync();
        await Expect(badge).ToHaveAttributeAsync("data-state", "disconnected", Patient);

        await using var second = await ServiceProcess.StartAsync("EdmDemo", ("PORT", first.Address.Port.ToString(CultureInfo.InvariantCulture)));
        await second.PostClickAsync("after-the-restart");
        await Expect(badge).ToHaveAttributeAsync("data-state", "live", Patient);
        await Expect(page.Locator("[data-key='after-the-restart'] [data-count]")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task Text_of_events_is_shown_as_text_whatever_it_holds()
    {
        const string Markup = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
        await using var demo = await InProcessService.StartAsync("EdmDemo");
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo);

        await demo.PostClickAsync(Markup);
        await demo.PostClickAsync("\u202Edesrever " + new string('x', 10_000));

        await Expect(page.Locator("[data-event]")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Expect(page.Locator("[data-event]").Filter(new() { HasText = "<img src=x" })).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-panel='buttons'] [data-key]")).ToHaveCountAsync(2);
        Assert.NotEqual("run", await page.TitleAsync());
        Assert.Equal(1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
