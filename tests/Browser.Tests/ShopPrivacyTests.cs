using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The shop says so when nothing is sent, and has the switch for it.</summary>
public class ShopPrivacyTests(Chromium chromium, Demo shared)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Theory]
    [InlineData("Object.defineProperty(navigator, 'doNotTrack', { value: '1' })")]
    [InlineData("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })")]
    public async Task It_says_so_when_the_browser_asks_not_to_be_tracked(string wish)
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        await profile.AddInitScriptAsync(wish);
        var page = await profile.OpenPageAsync(demo, "privacy");

        await Expect(page.Locator("#silent")).ToContainTextAsync("nothing will move on the dashboard");
        await Expect(page.GetByRole(AriaRole.Switch)).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Who_opts_out_sends_nothing_until_he_opts_in_again()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "privacy");
        await Eventually.EqualAsync(1, () => page.EvaluateAsync<int>("edm.stats().sent"), TimeSpan.FromSeconds(30));
        var sent = new List<string>();
        page.Request += (_, request) => { if (request.Method == "POST") sent.Add(request.Url); };

        await page.GetByRole(AriaRole.Switch).ClickAsync();
        await Expect(page.Locator("#silent")).ToContainTextAsync("You have opted out");
        await page.Locator("[data-edm-click='nav-kits']").ClickAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#silent")).ToContainTextAsync("You have opted out");
        Assert.Empty(sent);

        await page.Locator("[data-edm-click='silent-privacy']").ClickAsync();
        await page.GetByRole(AriaRole.Switch).ClickAsync();
        await Expect(page.Locator("#silent")).ToBeHiddenAsync();
        await page.Locator("[data-edm-click='nav-beans']").ClickAsync();
        await Expect(page.Locator("#corner")).ToBeVisibleAsync(Patient);
    }
}
