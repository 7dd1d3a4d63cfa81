using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Pipeline;

public class PipelineStatesTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task Before_the_first_item_there_are_dashes()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await OpenAsync(profile, null)).Page;

        await Expect(page.Locator("[data-pipeline]")).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(page.Locator("[data-sum='read'] [data-amount]")).ToHaveTextAsync("–");
        await Expect(page.Locator("[data-box='relay']")).ToContainTextAsync("– events/s");
        await Expect(page.Locator("[data-pipe-panel='conservation'] .proof-verdict")).ToHaveTextAsync("No record read yet");
    }

    [Fact]
    public async Task Before_the_first_event_it_says_where_to_begin()
    {
        await using var profile = await chromium.NewProfileAsync();
        var item = Items.Sample("waiting");
        item["books"] = new JsonArray();
        item["rejected"] = Frames.Json(new { records = 0, newest = Array.Empty<object>() });
        var page = (await OpenAsync(profile, item)).Page;

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Let shoppers in" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Every record could be read.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Old_figures_turn_grey_and_say_how_old_they_are()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile, Items.Sample());

        await stage.DieAsync();

        await Expect(stage.Page.GetByRole(AriaRole.Heading, new() { Name = "The stream node does not answer" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(stage.Page.Locator("[data-pipeline]")).ToHaveAttributeAsync("data-stale", "");
        await Expect(stage.Page.Locator("[data-pipe-panel='diagram'] [data-note]")).ToContainTextAsync("s old");
        await Expect(stage.Page.Locator("[data-pipe-checked]")).ToContainTextAsync("s old");
        await Expect(stage.Page.Locator("[data-sum='read'] [data-amount]")).ToHaveTextAsync("2,850,452");
    }

    [Fact]
    public async Task While_the_log_is_read_again_it_shows_how_far_and_no_half_counted_books()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile, Items.Sample());
        await stage.Page.Clock.InstallAsync();

        await stage.ShowPipelineAsync(Rebuilding(20_000));
        await stage.Page.Clock.FastForwardAsync(10_000);
        await stage.ShowPipelineAsync(Rebuilding(40_000));

        var seal = stage.Page.Locator("[data-pipe-panel='conservation']");
        await Expect(seal.Locator("[data-pipe-missing]")).ToHaveTextAsync("66 %");
        await Expect(seal.Locator("[data-pipe-extent]")).ToHaveTextAsync("40,000 of 60,000 records");
        await Expect(seal.Locator("[data-pipe-checked]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("about 1\\d s left"));
        await Expect(seal.Locator("[data-sum='read'] [data-amount]")).ToHaveTextAsync("2,850,452");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1100)]
    [InlineData(1099)]
    [InlineData(760)]
    [InlineData(740)]
    [InlineData(600)]
    [InlineData(390)]
    [InlineData(320)]
    public async Task It_folds_and_never_scrolls_sideways(int width)
    {
        await using var profile = await chromium.NewProfileAsync();
        var item = Items.Sample();
        item["groups"]![1]!["lag"] = 213_500;
        var page = (await OpenAsync(profile, item, width)).Page;

        await Expect(page.Locator("[data-box='stats']")).ToContainTextAsync("2 nodes, lag 214k");
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-box=stream] > *, [data-box=stats] > *')].filter(line => line.scrollWidth > line.clientWidth).map(line => line.textContent)"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (width >= 1100) Assert.Equal(900, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
        Assert.True(await page.Locator(".reach-room").EvaluateAsync<bool>("room => room.scrollWidth <= room.clientWidth && room.scrollHeight <= room.clientHeight"));
        Assert.Equal(width < 740, await page.EvaluateAsync<bool>("document.querySelector('[data-box=stream]').offsetTop > document.querySelector('[data-box=topics]').offsetTop + 30"));
        await Expect(page.Locator(".topic-row").First).ToBeVisibleAsync(new() { Visible = width < 740 });
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Position" })).ToHaveCountAsync(width < 740 ? 0 : 2);
        await Expect(page.Locator("[data-tabs]")).ToBeVisibleAsync(new() { Visible = width < 760 });
    }

    private Task<Stage> OpenAsync(IBrowserContext profile, JsonObject? item, int width = 1440) =>
        Stage.OpenAsync(profile, site, width: width, path: "dashboard#pipeline", pipeline: item);

    private static JsonObject Rebuilding(int records)
    {
        var item = Items.Sample("rebuilding");
        item["rebuild"] = Frames.Json(new { records, of = 60_000 });
        item["books"] = new JsonArray(Items.Books("edm-ui-click", 0, records));
        return item;
    }
}
