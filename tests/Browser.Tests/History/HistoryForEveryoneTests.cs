using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryForEveryoneTests(Chromium chromium, Site site)
{
    private const string Markup = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";

    [Theory]
    [InlineData("shown", 1440)]
    [InlineData("shown", 390)]
    [InlineData("empty", 1440)]
    [InlineData("disconnected", 1440)]
    [InlineData("refused", 1440)]
    [InlineData("popover", 1440)]
    public async Task Axe_finds_nothing(string state, int width)
    {
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var archive = await Archive.BehindAsync(profile);
        archive.Past.Currencies = ["USD", "EUR"];
        archive.Say = (what, query) => (state, what) switch
        {
            ("disconnected", _) => Answer.None,
            ("refused", _) => new Answer(400, JsonNode.Parse("""{"detail":"At most 3,000 points."}""")!),
            ("empty", "totals") => new Answer(200, HistoryStatesTests.Empty(archive, query)),
            _ => null,
        };
        var page = await archive.OpenAsync(site, width: width, state: state == "popover" ? "shown" : state);
        if (state == "disconnected") await Expect(page.Locator("[data-past-notice='disconnected']")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        if (state == "popover") await page.GetByRole(AriaRole.Button, new() { Name = "Own range" }).PressAsync("Enter");
        if (state == "shown") await page.Locator("[data-past-panel='over-time'] [data-past-plot]").PressAsync("ArrowLeft");

        Assert.Empty(await page.FindingsAsync());
    }

    [Theory]
    [InlineData(1440, 7)]
    [InlineData(1100, 7)]
    [InlineData(1099, 4)]
    [InlineData(760, 4)]
    [InlineData(759, 2)]
    [InlineData(390, 2)]
    [InlineData(320, 2)]
    public async Task It_folds_and_never_scrolls_sideways(int width, int firstRow)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site, width: width);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (width >= 1100) Assert.Equal(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        Assert.Equal(firstRow, await page.EvaluateAsync<int>(
            "(tops => tops.filter(top => top === tops[0]).length)([...document.querySelectorAll('.total')].map(total => Math.round(total.getBoundingClientRect().y)))"));
        await Expect(page.Locator("[data-tabs]")).ToBeVisibleAsync(new() { Visible = width < 760 });
    }

    [Fact]
    public async Task Tab_reaches_every_control_in_the_order_of_the_page()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Past.Currencies = ["USD", "EUR"];
        var page = await archive.OpenAsync(site);
        var reached = new List<string>();

        do
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent).trim()"));
        }
        while (reached.Count < 60 && reached[^1] != "Revenue");

        string[] wanted = ["Live", "History", "Light or dark", "30 days", "Own range: 25 Oct – 23 Nov 2026", "Day", "Compare with the 30 days before", "Download CSV",
            "About page loads", "About conversion", "About clicks over time", "Clicks as CSV", "Clicks: arrow keys choose a moment", "Clicks per button as CSV",
            "Currency", "Revenue as CSV", "Revenue: arrow keys choose a moment", "Page loads as CSV", "Page loads and visitors: arrow keys choose a moment", "Top products as CSV", "Orders", "Revenue"];
        Assert.Equal(wanted, reached.Where(wanted.Contains));
    }

    [Fact]
    public async Task On_a_phone_history_has_a_tab_and_the_way_back_shows_the_same_range()
    {
        await using var profile = await chromium.NewProfileAsync(new() { HasTouch = true });
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site, "#history?range=7d&by=hour", width: 390, height: 844);
        var tabs = page.Locator("[data-tabs]");

        await Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "History" })).ToHaveAttributeAsync("aria-current", "true");
        await tabs.GetByRole(AriaRole.Link, new() { Name = "Events" }).ClickAsync();
        await Expect(page.Locator("[data-panel='events']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-past]")).ToBeHiddenAsync();
        await tabs.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(page.Locator("[data-past-panel='over-time'] h2")).ToHaveTextAsync("Clicks per hour");
        await Expect(page).ToHaveTitleAsync("History · Fix Coffee");
    }

    [Theory]
    [InlineData(Markup)]
    [InlineData("W", 10_000)]
    [InlineData("\u202E\u2067desrever \u200F")]
    public async Task Keys_are_shown_as_text_and_move_nothing(string key, int times = 1)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var plain = await archive.OpenAsync(site);
        var boxes = await BoxesAsync(plain);
        var text = string.Concat(Enumerable.Repeat(key, times));
        archive.Past.Currencies = ["USD", text];
        archive.Say = (what, query) => what != "top" ? null : new Answer(200, query["kind"] == "product"
            ? Frames.Json(new { items = new[] { new { key = text, name = text, views = 1, adds = 1, orders = int.MaxValue, revenue = 123_456_789_012.34m } } })
            : Frames.Json(new { items = new[] { new { key = text, count = long.MaxValue / 4096 } } }));
        var page = await archive.OpenAsync(site);
        var complaints = new Complaints(page);

        await page.ReloadAsync();
        await Archive.ShownAsync(page);

        Assert.Equal(boxes, await BoxesAsync(page));
        Assert.Equal(1440, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(text, await page.Locator("[data-past-panel='buttons'] [data-name]").TextContentAsync());
        Assert.Equal(text, await page.Locator("[data-past-panel='products'] [data-name]").TextContentAsync());
        Assert.NotEqual("run", await page.TitleAsync());
        Assert.Empty(complaints.Heard);
    }

    private static Task<string> BoxesAsync(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('.total, .past > .panel, .past-footer')].map(box => { const { x, y, width, height } = box.getBoundingClientRect(); return [box.className, x, y, width, height].join(' '); }).join('\\n')");
}
