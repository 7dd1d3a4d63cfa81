using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Browser.Tests.Live;

public class DashboardCalmTests(Chromium chromium, Site site)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nothing_shifts_while_figures_move()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        await stage.ShowAsync(Frames.Next());
        await stage.Page.EvaluateAsync("""
            () => { window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
              window.shifts.push(entry.value + ' ' + entry.sources.map(source => source.node?.outerHTML ?? source.node?.textContent).join(' | ')))).observe({ type: 'layout-shift' }); }
            """);

        foreach (var times in new[] { 1, 9, 99, 1_001, 12_345, 7, 0 }) await stage.ShowAsync(Grown(times));

        Assert.Empty(await stage.Page.EvaluateAsync<string[]>("window.shifts"));
        Assert.Empty(stage.Complaints.Heard);
    }

    [Fact]
    public async Task A_node_that_did_not_change_is_not_touched()
    {
        await using var profile = await chromium.NewProfileAsync();
        var frame = Frames.Next();

        // From the first frame on: of a later one the calm parts are drawn up to a second after it.
        var stage = await Stage.OpenAsync(profile, site, frame);
        await stage.Page.EvaluateAsync("""
            () => { window.touched = []; const observer = new MutationObserver(list => list.forEach(({ target }) => window.touched.push((target.outerHTML ?? target.textContent).slice(0, 200))));
              document.querySelectorAll('[data-tile], [data-panel]').forEach(part => observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true })); }
            """);

        frame["sequence"] = 2;
        await stage.ShowAsync(frame);

        Assert.Empty(await stage.Page.EvaluateAsync<string[]>("window.touched"));
    }

    [Fact]
    public async Task A_hidden_tab_asks_for_nothing_and_shows_the_newest_frame_when_it_is_back()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);

        await HideAsync(stage.Page, hidden: true);
        await Eventually.EqualAsync(1, () => stage.Cancelled, Soon);
        Assert.Single(stage.Requests);

        var frame = Frames.Next();
        frame["figures"]!["orders"]!["value"] = 60;
        stage.Frame = frame;
        await HideAsync(stage.Page, hidden: false);
        await Assertions.Expect(stage.Page.Locator("[data-tile='orders'] .figure")).ToHaveTextAsync("60");
        Assert.Equal(2, stage.Requests.Count);
    }

    [Fact]
    public async Task Another_window_is_another_stream()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);

        await stage.Page.GetByRole(AriaRole.Radio, new() { Name = "5 minutes", Exact = true }).CheckAsync();

        await Eventually.EqualAsync(5, () => stage.Requests.Last()["window"]!.GetValue<int>(), Soon);
    }

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

    private static JsonObject Grown(int times)
    {
        var frame = Frames.Next(Frames.Event(0), Frames.Event(1));
        frame["skipped"] = times;
        foreach (var name in new[] { "visitorsNow", "activeCarts" }) frame["figures"]![name]!["value"] = times;
        frame["figures"]!["conversion"]!["value"] = Math.Min(1m, times / 1000m);
        foreach (var name in new[] { "pageloads", "clicks", "commerce", "orders" }) frame["figures"]![name] = Frames.Counted(100L * times, 1);
        frame["revenue"] = new JsonArray(Frames.Revenue("USD", 10.5m * times, 100, 1, 1));
        frame["funnel"]!["viewed"] = Frames.Counted(10L * times, 1);
        frame["funnel"]!["added"] = Frames.Counted(times, 1);
        foreach (var list in new[] { "buttons", "pages", "sources" }) frame["lists"]![list] = Frames.Keys(("a", 3 * times), ("b", times), ("c", 1));
        frame["lists"]!["devices"] = Frames.Keys(("phone", times), ("desktop", 50), ("tablet", 1));
        frame["products"]!["top"] = new JsonArray(Frames.Product("a", "a", times, times, times, 9.99m * times, times), Frames.Product("b", "b", 1, 1, 1, 1, null));
        foreach (var kind in new[] { "pageloads", "clicks", "commerce" })
            frame["traffic"]![kind] = new JsonArray([.. Enumerable.Range(0, 120).Select(i => (JsonNode)JsonValue.Create(times * (i % 3)))]);
        frame["partitions"] = new JsonArray(Frames.Books(50_000L + (100_000L * times)));
        return frame;
    }
}
