using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryQuietTests(Chromium chromium, Site site)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_asks_again_once_a_minute()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var round = archive.Asked.Count;

        await page.Clock.FastForwardAsync(55_000);
        Assert.Equal(round, archive.Asked.Count);
        await page.Clock.FastForwardAsync(6_000);

        await Eventually.EqualAsync(2 * round, () => archive.Asked.Count, Soon);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hidden_or_behind_another_view_it_asks_for_nothing_and_comes_back_with_the_newest(bool live)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var round = archive.Asked.Count;

        if (live) await page.Locator(".views").GetByRole(AriaRole.Link, new() { Name = "Live" }).ClickAsync();
        else await HideAsync(page, hidden: true);
        await page.Clock.FastForwardAsync(600_000);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(done))");
        Assert.Equal(round, archive.Asked.Count(asked => asked.What != "totals" || asked.Query.Span != "2026-11-23 2026-11-24"));

        if (live) await page.Locator(".views").GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        else await HideAsync(page, hidden: false);
        await Eventually.EqualAsync(2 * round, () => archive.Asked.Count(asked => asked.Query.Span != "2026-11-23 2026-11-24"), Soon);
    }

    [Fact]
    public async Task A_range_that_is_no_longer_wanted_never_overtakes_the_one_that_is()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var come = new TaskCompletionSource();
        archive.Gate = come.Task;

        await page.GetByRole(AriaRole.Radio, new() { Name = "7 days" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Eventually.TrueAsync(() => archive.Of("series").Any(q => q["from"] == "2026-11-17"), Soon);
        archive.Gate = Task.CompletedTask;
        await page.GetByRole(AriaRole.Radio, new() { Name = "90 days" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Archive.ShownAsync(page);
        come.SetResult();

        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Expect(page.Locator("[data-past-panel='buttons'] header")).ToContainTextAsync("90 days");
    }

    internal static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);
}
