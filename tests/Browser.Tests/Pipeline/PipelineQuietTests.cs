using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Pipeline;

public class PipelineQuietTests(Chromium chromium, Site site)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_is_asked_for_only_while_its_tab_is_shown()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site, pipeline: Items.Sample());
        Assert.Equal((0, 0), stage.Pipelines);

        await ShowAsync(stage.Page, "Pipeline");
        await Expect(stage.Page.Locator("[data-pipe-panel='partitions'] tbody")).ToHaveCountAsync(3);
        await Expect(stage.Page).ToHaveTitleAsync("Pipeline · Fix Coffee");
        Assert.Equal((1, 0), stage.Pipelines);

        foreach (var other in new[] { "History", "Live" }) await ShowAsync(stage.Page, other);
        await Eventually.EqualAsync((1, 1), () => stage.Pipelines, Soon);

        await ShowAsync(stage.Page, "Pipeline");
        await Eventually.EqualAsync((2, 1), () => stage.Pipelines, Soon);
        Assert.Single(stage.Requests);
        Assert.DoesNotContain(stage.Complaints.Heard, words => !words.Contains("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hidden_or_paused_it_asks_for_nothing()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile);

        await HideAsync(stage.Page, hidden: true);
        await Eventually.EqualAsync((1, 1), () => stage.Pipelines, Soon);
        await HideAsync(stage.Page, hidden: false);
        await Eventually.EqualAsync((2, 1), () => stage.Pipelines, Soon);

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Eventually.EqualAsync((2, 2), () => stage.Pipelines, Soon);
    }

    [Fact]
    public async Task After_a_reconnect_it_is_asked_for_again()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile);

        await stage.CutAsync();

        await Eventually.EqualAsync(2, () => stage.Pipelines.Asked, Soon);
        await Expect(stage.Page.Locator("[data-pipeline]")).ToHaveAttributeAsync("data-state", "live");
    }

    [Fact]
    public async Task Nothing_shifts_while_figures_move()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile);
        await stage.Page.EvaluateAsync("""
            () => { window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
              window.shifts.push(entry.value + ' ' + entry.sources.map(source => source.node?.outerHTML ?? source.node?.textContent).join(' | ')))).observe({ type: 'layout-shift' }); }
            """);

        foreach (var times in new[] { 1, 9, 99, 1_001, 12_345, 7, 0 }) await stage.ShowPipelineAsync(Grown(times));

        Assert.Empty(await stage.Page.EvaluateAsync<string[]>("window.shifts"));
        Assert.Empty(stage.Complaints.Heard);
    }

    [Fact]
    public async Task A_node_that_did_not_change_is_not_touched()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile);
        var item = Items.Sample();
        await stage.ShowPipelineAsync(item);
        await stage.Page.EvaluateAsync("""
            () => { window.touched = []; const observer = new MutationObserver(list => list.forEach(({ target }) => window.touched.push((target.outerHTML ?? target.textContent).slice(0, 200))));
              document.querySelectorAll('[data-pipe-panel], [data-pipe-footer]').forEach(part => observer.observe(part, { subtree: true, childList: true, characterData: true, attributes: true })); }
            """);

        await stage.ShowPipelineAsync(item);

        Assert.DoesNotContain(await stage.Page.EvaluateAsync<string[]>("window.touched"), node => !node.Contains("data-pipe-checked", StringComparison.Ordinal));
    }

    private Task<Stage> OpenAsync(IBrowserContext profile) => Stage.OpenAsync(profile, site, path: "dashboard#pipeline", pipeline: Items.Sample());

    private static Task ShowAsync(IPage page, string view) => page.Locator(".views").GetByRole(AriaRole.Link, new() { Name = view }).ClickAsync();

    private static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

    private static JsonObject Grown(int times)
    {
        var item = Items.Sample();
        foreach (var topic in item["topics"]!.AsArray())
        {
            topic!["rate"] = times * 1.7;
            foreach (var partition in topic["partitions"]!.AsArray()) (partition!["end"], partition["rate"]) = (times * 99L, times * 0.3);
        }

        foreach (var group in item["groups"]!.AsArray())
        {
            (group!["nodes"], group["lag"], group["rate"]) = (times, times, times * 2.5);
            foreach (var partition in group["partitions"]!.AsArray()) (partition!["position"], partition["lag"], partition["owner"]) = (times * 98L, times, $"node-{times}");
        }

        item["live"] = Frames.Json(new { rate = times * 0.4, records = times });
        item["rejected"]!["records"] = times;
        item["screens"] = times;
        item["books"] = new JsonArray(Items.Books("edm-ui-click", 0, 5_000 + (1_000L * times)));
        return item;
    }
}
