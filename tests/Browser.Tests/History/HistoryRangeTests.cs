using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryRangeTests(Chromium chromium, Site site)
{
    private static readonly string[] Metrics = ["clicks", "pageloads", "visitors", "orders", "revenue"];

    [Theory]
    [InlineData("#history", "2026-10-25 2026-11-24", "2026-09-25 2026-10-25", "day", "25 Oct – 23 Nov 2026", "30 days")]
    [InlineData("#history?range=7d&by=hour", "2026-11-17 2026-11-23T13:00:00Z", "2026-11-10 2026-11-16T13:00:00Z", "hour", "17 Nov – 23 Nov 2026", "7 days")]
    [InlineData("#history?range=24h&by=minute", "2026-11-22T13:00:00Z 2026-11-23T12:42:00Z", "2026-11-21T13:00:00Z 2026-11-22T12:42:00Z", "minute", "22 Nov – 23 Nov 2026", "24 hours")]
    [InlineData("#history?range=2026-01-05..2026-01-11", "2026-01-05 2026-01-12", "2025-12-29 2026-01-05", "day", "5 Jan – 11 Jan 2026", "7 days")]
    [InlineData("#history?range=2025-12-20..2026-01-02&by=hour", "2025-12-20 2026-01-03", "2025-12-06 2025-12-20", "hour", "20 Dec 2025 – 2 Jan 2026", "14 days")]
    [InlineData("#history?range=nonsense&by=century&currency=%3Cb%3E", "2026-10-25 2026-11-24", "2026-09-25 2026-10-25", "day", "25 Oct – 23 Nov 2026", "30 days")]
    public async Task What_the_address_says_is_what_is_asked_for(string hash, string span, string before, string by, string dates, string name)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site, hash);

        Assert.Equal([$"{span} {by}", $"{before} {by}"], archive.Of("series").Where(q => q["metric"] == "clicks").Select(q => $"{q.Span} {q["by"]}"));
        Assert.All(archive.Of("top"), q => Assert.Equal(span, q.Span));
        Assert.Equal(span, archive.Of("totals").First().Span);
        await Expect(page.Locator("[data-dates]")).ToHaveTextAsync(dates);
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = $"{char.ToUpperInvariant(by[0])}{by[1..]}", Exact = true })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Compare with")).ToBeCheckedAsync();
        await Expect(page.Locator("[data-past-panel='over-time'] h2")).ToHaveTextAsync($"Clicks per {by}");
        await Expect(page.Locator("[data-past-panel='buttons'] header")).ToContainTextAsync(name);
    }

    [Fact]
    public async Task Ranges_and_their_division_are_chosen_by_the_keyboard_and_stand_in_the_address()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);

        await page.GetByRole(AriaRole.Radio, new() { Name = "30 days" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Archive.ShownAsync(page);
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "7 days" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Day", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Archive.ShownAsync(page);
        await page.GetByLabel("Compare with").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Archive.ShownAsync(page);

        Assert.EndsWith("#history?range=7d&by=hour&before=no", page.Url, StringComparison.Ordinal);
        Assert.Equal("2026-11-17 2026-11-23T13:00:00Z", archive.Of("series").Last(q => q["metric"] == "clicks").Span);
        await Expect(page.Locator("[data-total='clicks'] [data-was]")).ToBeEmptyAsync();
        await page.ReloadAsync();
        await Archive.ShownAsync(page);
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Hour", Exact = true })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Compare with the 7 days before")).Not.ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("#history", "minute", "30 days have more minutes than fit: 2 days at most")]
    [InlineData("#history?range=24h", "day", "24 hours are one day")]
    [InlineData("#history?range=2026-01-01..2026-06-30", "hour", "181 days have more hours than fit: 125 days at most")]
    [InlineData("#history?range=2026-11-02..2026-11-02", "minute", "Minutes are kept for 8 days, then quarters of an hour")]
    public async Task What_does_not_fit_a_range_cannot_be_chosen_and_says_why(string hash, string by, string reason)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site, $"{hash}{(hash.Contains('?') ? '&' : '?')}by={by}");

        var choice = page.GetByRole(AriaRole.Radio, new() { Name = $"{char.ToUpperInvariant(by[0])}{by[1..]}", Exact = true });

        await Expect(choice).ToBeDisabledAsync();
        await Expect(page.Locator("[data-reasons]")).ToContainTextAsync($"Not by {by}: {reason}.");
        Assert.DoesNotContain(archive.Of("series"), q => q["by"] == by);
    }

    [Fact]
    public async Task A_range_of_ones_own_is_two_days_in_a_popover()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);

        await page.GetByRole(AriaRole.Button, new() { Name = "Own range" }).PressAsync("Enter");
        await Expect(page.GetByLabel("From")).ToHaveValueAsync("2026-10-25");
        await page.GetByLabel("From").FillAsync("2026-11-08");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-11-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The first day lies after the last.");

        await page.GetByLabel("From").FillAsync("2026-11-02");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2026-11-08");
        await page.GetByLabel("To", new() { Exact = true }).PressAsync("Enter");
        await Archive.ShownAsync(page);

        await Expect(page.GetByRole(AriaRole.Form, new() { Name = "Own range" })).ToBeHiddenAsync();
        await Expect(page.Locator("[data-dates]")).ToHaveTextAsync("2 Nov – 8 Nov 2026");
        Assert.Equal("2026-11-02 2026-11-09", archive.Of("totals").Last(q => q["from"] == "2026-11-02").Span);
        await Expect(page.Locator("[data-choice='range'] input:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_figure_is_there_as_a_file_of_the_same_range()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site, "#history?range=7d&by=hour");

        await page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).ClickAsync();

        const string Span = "from=2026-11-17&to=2026-11-23T13%3A00%3A00Z";
        var links = await page.Locator("[data-files] a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(
        [
            $"/api/history/totals?{Span}&zone=UTC&format=csv",
            .. Metrics.Select(metric => $"/api/history/series?metric={metric}&{Span}&by=hour&zone=UTC&format=csv"),
            $"/api/history/top?kind=button&{Span}&zone=UTC&limit=10&format=csv",
            $"/api/history/top?kind=product&{Span}&zone=UTC&sort=revenue&limit=10&currency=USD&format=csv",
            $"/api/history/top?kind=source&{Span}&zone=UTC&limit=10&format=csv",
            $"/api/history/top?kind=device&{Span}&zone=UTC&limit=10&format=csv",
        ], links);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Clicks as CSV" })).ToHaveAttributeAsync("href", links[1]);
    }
}
