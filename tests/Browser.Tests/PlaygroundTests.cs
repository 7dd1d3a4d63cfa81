using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What is tried out on the tracker's own page.</summary>
public class PlaygroundTests(Chromium chromium, Demo shared)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task An_event_is_sent_and_its_acknowledgement_shown()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");
        var complaints = new Complaints(page);

        await page.GetByLabel("Type").SelectOptionAsync("product_added");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        var line = Line(page, "product_added");
        await Expect(line).ToContainTextAsync(new Regex(@"acknowledged in \d+ ms"), Patient);
        await Expect(line).ToContainTextAsync(new Regex(@"edm-ui-commerce \[\d\] @ \d+"));
        await Expect(line).ToContainTextAsync(new Regex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-"));
        await Expect(page.Locator("#said")).ToContainTextAsync("product_added acknowledged");
        await Expect(page.Locator("[data-stat='sent']")).ToHaveTextAsync("2");
        Assert.Empty(complaints.Heard);
    }

    [Theory]
    [InlineData("{ \"price\": ", "This is not JSON")]
    [InlineData("[1, 2]", "this is a list")]
    [InlineData("12", "this is a number")]
    [InlineData("null", "this is null")]
    public async Task What_is_no_JSON_object_is_said_and_not_sent(string properties, string said)
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");
        var typed = page.GetByLabel("Properties");

        await typed.FillAsync(properties);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(said);
        await Expect(typed).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(typed).ToBeFocusedAsync();
        await Expect(Line(page, "product_viewed")).ToHaveCountAsync(0);
        await typed.FillAsync("{}");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_refused_event_shows_the_relays_reason()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");

        await page.GetByLabel("Type").SelectOptionAsync("another type");
        await page.GetByLabel("Its name").FillAsync("<b>No Name</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        await Expect(Line(page, "<b>No Name</b>")).ToContainTextAsync("refused: type is not a name (1 to 64 of a-z 0-9 _)", Patient);
        await Expect(page.Locator("[data-stat='refused']")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task While_the_relay_is_silent_it_says_when_the_event_goes_out_again()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");
        await Eventually.EqualAsync(1, () => page.EvaluateAsync<int>("edm.stats().sent"), TimeSpan.FromSeconds(30));

        await page.RouteAsync("**/events", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Expect(Line(page, "product_viewed")).ToContainTextAsync("waiting: again", Patient);
        await page.UnrouteAsync("**/events");

        await Expect(Line(page, "product_viewed")).ToContainTextAsync("acknowledged", Patient);
        await Expect(Line(page, "product_viewed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_button_sends_a_click_under_the_name_that_it_is_given()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");

        await page.GetByLabel("A button that the markup declares").FillAsync("half-off");
        var request = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Click me" }).ClickAsync(),
            sent => sent.PostData?.Contains("\"button_id\":\"half-off\"", StringComparison.Ordinal) == true);

        Assert.Equal("POST", request.Method);
        await Expect(Line(page, "click")).ToContainTextAsync("acknowledged", Patient);
    }

    [Fact]
    public async Task Who_opts_out_is_told_that_nothing_moves()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "tracker");

        await page.GetByRole(AriaRole.Button, new() { Name = "Opt out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Expect(page.Locator("#silent")).ToContainTextAsync("You have opted out: nothing is stored and nothing is sent");
        await Expect(Line(page, "product_viewed")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Opt in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await Expect(page.Locator("#silent")).ToBeEmptyAsync();
        await Expect(Line(page, "product_viewed")).ToContainTextAsync("acknowledged", Patient);
    }

    [Theory]
    [InlineData("globalPrivacyControl", "true", "Global Privacy Control")]
    [InlineData("doNotTrack", "'1'", "Do Not Track")]
    public async Task A_browser_that_asks_not_to_be_tracked_is_told_that_nothing_moves(string signal, string value, string said)
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        await profile.AddInitScriptAsync($"Object.defineProperty(navigator, '{signal}', {{ get: () => {value} }})");
        var page = await profile.OpenPageAsync(demo, "tracker");

        await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();

        await Expect(page.Locator("#silent")).ToContainTextAsync($"This browser says {said}: nothing is stored and nothing is sent");
        await Expect(page.Locator("#sent li")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Opt out" })).ToBeHiddenAsync();
    }

    private static ILocator Line(IPage page, string type) => page.Locator("#sent li").Filter(new() { HasText = type });
}
