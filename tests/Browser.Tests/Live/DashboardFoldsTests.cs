using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardFoldsTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task One_screen_shows_everything_without_scrolling()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;

        Assert.Equal("1440 900", await SizeAsync(page));
        Assert.Equal(7, Assert.Single(await RowsOfTilesAsync(page)));
        foreach (var panel in await page.Locator("[data-panel]").AllAsync()) await Expect(panel).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(1099, new[] { 3, 4 })]
    [InlineData(760, new[] { 3, 4 })]
    [InlineData(759, new[] { 1, 2, 2, 2 })]
    [InlineData(390, new[] { 1, 2, 2, 2 })]
    [InlineData(320, new[] { 1, 2, 2, 2 })]
    public async Task It_folds(int width, int[] tiles)
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site, width: width)).Page;

        Assert.StartsWith($"{width} ", await SizeAsync(page), StringComparison.Ordinal);
        Assert.Equal(tiles, await RowsOfTilesAsync(page));
        await Expect(page.Locator("[data-panel='events']")).ToBeVisibleAsync(new() { Visible = width >= 760 });
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Adds" })).ToBeVisibleAsync(new() { Visible = width >= 480 });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(1100)]
    [InlineData(760)]
    [InlineData(390)]
    public async Task Nothing_reaches_over_its_neighbour(int width)
    {
        var frame = Frames.Sample();
        frame["revenue"] = new JsonArray(Frames.Revenue("USD", 15_118.11m, 12_004.5m, 173, 87.4m));
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site, frame, width)).Page;

        var reaching = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.header > :not(.rim), .tile > .figure > *, .panel-head > :not(.popover)')].filter(part => {
              const own = part.getBoundingClientRect(), whole = part.closest('.tile, .panel, .header').getBoundingClientRect();
              const next = part.nextElementSibling?.getBoundingClientRect();
              return own.width > 0 && (own.right > whole.right || next?.width > 0 && next.top < own.bottom && next.bottom > own.top && next.left > own.left && next.left < own.right);
            }).map(part => part.outerHTML)
            """);

        Assert.Empty(reaching);
    }

    [Fact]
    public async Task On_a_phone_the_log_has_a_tab_and_theme_and_wall_are_in_the_menu()
    {
        await using var profile = await chromium.NewProfileAsync(new() { HasTouch = true, ColorScheme = ColorScheme.Light });
        var page = (await Stage.OpenAsync(profile, site, width: 390, height: 844)).Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Events" }).ClickAsync();
        await Expect(page.Locator("[data-event]").First).ToBeInViewportAsync();
        await Expect(page.Locator("[data-tile='orders']")).ToBeHiddenAsync();
        await page.Locator("[data-tabs]").GetByRole(AriaRole.Link, new() { Name = "Live" }).ClickAsync();
        await Expect(page.Locator("[data-tile='orders']")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.Locator("#menu").GetByRole(AriaRole.Button, new() { Name = "Light or dark" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Locator("#menu").GetByRole(AriaRole.Button, new() { Name = "Wall screen" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_wall_screen_is_larger_and_its_controls_come_back_with_the_pointer_for_three_seconds()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site, width: 1920, height: 1080);
        var page = stage.Page;
        await page.Clock.InstallAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Wall screen" }).ClickAsync();

        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-wall", "");
        await Expect(page.Locator("[data-tile='revenue'] .figure")).ToHaveTextAsync("$4,318", new() { UseInnerText = true });
        await Expect(page.Locator("[data-clock]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d\d:\d\d:\d\d$"));
        await Expect(page.Locator("[data-panel='pages']")).ToBeHiddenAsync();
        Assert.Equal("1920 1080", await SizeAsync(page));

        await page.Mouse.MoveAsync(300, 300);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide money" }).ClickAsync();
        await Expect(page.Locator("[data-panel='products'] .takings").First).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync(3_100);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show money" })).ToBeHiddenAsync();

        await page.Mouse.MoveAsync(310, 310);
        await page.GetByRole(AriaRole.Button, new() { Name = "Wall screen" }).ClickAsync();
        await Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-wall", "");
        Assert.DoesNotContain("wall", page.Url, StringComparison.Ordinal);
    }

    private static Task<string> SizeAsync(IPage page) => page.EvaluateAsync<string>("[document.documentElement.scrollWidth, document.documentElement.scrollHeight].join(' ')");

    /// <summary>How many tiles stand in each row.</summary>
    private static Task<int[]> RowsOfTilesAsync(IPage page) => page.EvaluateAsync<int[]>(
        "Object.values(Object.groupBy(document.querySelectorAll('.tile'), tile => 'y' + Math.round(tile.getBoundingClientRect().y))).map(row => row.length)");
}
