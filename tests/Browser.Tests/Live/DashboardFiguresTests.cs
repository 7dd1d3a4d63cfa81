using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Browser.Tests.Live.Site))]

namespace Browser.Tests.Live;

public class DashboardFiguresTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task Each_tile_shows_the_frames_figure_and_its_change()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;

        await ShowsAsync(page, "visitors-now", "214", "18", "up");
        await ShowsAsync(page, "page-views", "386/min", "8.2 %", "up");
        await ShowsAsync(page, "clicks", "4.8/s", "6.7 %", "up");
        await ShowsAsync(page, "active-carts", "37", "4", "down");
        await ShowsAsync(page, "orders", "52", "7", "up");
        await ShowsAsync(page, "revenue", "$4,318.40USD", "11.3 %", "up");
        await ShowsAsync(page, "conversion", "5.5%", "0.4 pt", "up");
    }

    [Fact]
    public async Task What_is_unknown_equal_or_without_a_before_says_so()
    {
        var frame = Frames.Sample();
        frame["figures"]!["visitorsNow"]!["before"] = null;
        frame["figures"]!["orders"]!["before"] = 52;
        frame["figures"]!["pageloads"]!["before"] = 0;
        frame["figures"]!["visitors"]!["value"] = 0;
        frame["revenue"] = new JsonArray(Frames.Revenue("(other)", 0, 0, 52, 0));
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site, frame)).Page;

        await ShowsAsync(page, "visitors-now", "214", "–", "none");
        await ShowsAsync(page, "orders", "52", "·", "none");
        await ShowsAsync(page, "page-views", "386/min", "new", "none");
        await Expect(Tile(page, "conversion").Locator(".figure")).ToHaveTextAsync("–");
        await Expect(Tile(page, "revenue").Locator(".figure")).ToHaveTextAsync("–");
    }

    [Fact]
    public async Task Every_currency_is_reachable_and_stands_for_itself()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "+ 1 in other currencies" }).ClickAsync();

        await Expect(page.Locator("#about-revenue li")).ToHaveTextAsync(
            ["USD $4,318.40: 49 orders, $88.13 each; $3,880.00 before", "EUR €412.50: 3 orders, €137.50 each; €380.00 before"]);
    }

    [Fact]
    public async Task An_explanation_says_what_is_counted_over_which_time_and_from_where()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "About orders" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var about = page.Locator("#about-orders");
        await Expect(about).ToContainTextAsync("order_completed in the last 30 minutes, each order_id once. 45 in the 30 minutes before.");
        await Expect(about).ToContainTextAsync("edm-ui-commerce");
        await page.Keyboard.PressAsync("Escape");
        await Expect(about).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_funnel_shows_how_many_went_on_and_how_that_changed()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;
        var steps = page.Locator("[data-step]");

        await Expect(steps.Locator("[data-value]")).ToHaveTextAsync(["600", "210", "84", "42"]);
        await Expect(steps.Locator("[data-rate]")).ToHaveTextAsync(["35.0 %", "40.0 %", "50.0 %"]);
        await Expect(steps.Locator("[data-change]")).ToHaveTextAsync(["3.0 pt", "5.0 pt", "·"]);
        await Expect(steps.Locator("[data-change] [data-direction='down']")).ToHaveCountAsync(1);
        await Expect(steps.Locator("[data-before]:visible")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task The_lists_say_how_much_of_what_and_where_keys_had_no_room()
    {
        var frame = Frames.Sample();
        frame["lists"]!["limited"] = new JsonArray("pages");
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site, frame)).Page;

        await Expect(page.Locator("[data-panel='buttons'] li")).ToHaveTextAsync(["browse-kits1,904", "add-to-cart1,377", "search986"]);
        await Expect(page.Locator("[data-panel='sources'] li")).ToHaveTextAsync(["direct421", "google.com268"]);
        await Expect(page.Locator("[data-panel='sources'] .panel-head, [data-panel='devices'] .panel-head")).ToHaveTextAsync(["Sourcesloads", "Devicesloads"]);
        await Expect(page.Locator("[data-device]:visible [data-share]")).ToHaveTextAsync(["61 %", "33 %", "6 %"]);
        await Expect(page.Locator("[data-limited]:visible")).ToHaveTextAsync("(other): keys beyond the first 1,000 in five seconds");
        await Expect(page.Locator("[data-panel='pages'] [data-limited]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_arrow_keys_choose_the_moment_that_the_readouts_show()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;
        var plot = page.GetByRole(AriaRole.Slider);

        await plot.FocusAsync();
        await page.Keyboard.PressAsync("Home");

        await Expect(page.Locator("[data-readout] [data-value]")).ToHaveTextAsync(["12.2", "1.8", "4.4", "6.0"]);
        await Expect(page.Locator("[data-readout='together'] [data-before]")).ToHaveTextAsync("before 11.0");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("[data-readout] [data-value]")).ToHaveTextAsync(["13.4", "2.0", "4.8", "6.6"]);
        await Expect(plot).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("13.4 events a second; 6.6 page loads, 4.8 clicks, 2.0 commerce; 12.1 before"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(plot).ToHaveAttributeAsync("aria-valuetext", "now");
    }

    private static ILocator Tile(IPage page, string name) => page.Locator($"[data-tile='{name}']");

    private static async Task ShowsAsync(IPage page, string name, string figure, string change, string direction)
    {
        await Expect(Tile(page, name).Locator(".figure")).ToHaveTextAsync(figure);
        await Expect(Tile(page, name).Locator("[data-change] [data-direction]")).ToHaveTextAsync(change);
        await Expect(Tile(page, name).Locator("[data-change] [data-direction]")).ToHaveAttributeAsync("data-direction", direction);
    }
}
