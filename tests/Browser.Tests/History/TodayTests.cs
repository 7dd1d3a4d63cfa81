using System.Text.Json.Nodes;
using Browser.Tests.Live;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class TodayTests(Chromium chromium, Site site)
{
    private static readonly string[] Tiles = ["visitors-now", "orders", "revenue"];
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("UTC", "2026-11-23 2026-11-24", "18:41")]
    [InlineData("Asia/Tokyo", "2026-11-24 2026-11-25", "03:41")]
    public async Task The_live_tiles_have_today_so_far_since_the_shops_midnight_and_up_to_when(string zone, string span, string to)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile, "2026-11-23T18:41:20Z", zone);
        var stage = await Stage.OpenAsync(profile, site);

        await Expect(Today(stage, "visitors-now")).ToHaveTextAsync($"today 936,204, to {to}");
        await Expect(Today(stage, "orders")).ToHaveTextAsync($"today 51,204, to {to}");
        await Expect(Today(stage, "revenue")).ToHaveTextAsync($"today $4,283,110, to {to}");
        Assert.Equal(span, Assert.Single(archive.Of("totals")).Span);
        Assert.All(archive.Asked, asked => Assert.Equal("totals", asked.What));
    }

    [Fact]
    public async Task It_is_asked_every_quarter_of_a_minute_while_somebody_looks_and_not_at_all_otherwise()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var stage = await Stage.OpenAsync(profile, site);
        await Expect(Today(stage, "orders")).ToContainTextAsync("today");

        await stage.Page.Clock.FastForwardAsync(16_000);
        await Eventually.EqualAsync(2, () => archive.Asked.Count, Soon);
        await HistoryQuietTests.HideAsync(stage.Page, hidden: true);
        await stage.Page.Clock.FastForwardAsync(600_000);
        Assert.Equal(2, archive.Asked.Count);
        await HistoryQuietTests.HideAsync(stage.Page, hidden: false);
        await Eventually.EqualAsync(3, () => archive.Asked.Count, Soon);
    }

    [Fact]
    public async Task Where_history_does_not_answer_it_is_not_there_and_nothing_moves()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Say = (_, _) => new Answer(503, new JsonObject());
        var stage = await Stage.OpenAsync(profile, site);
        foreach (var tile in Tiles) await Expect(Today(stage, tile)).ToBeEmptyAsync();
        var boxes = await BoxesAsync(stage);

        archive.Say = (_, _) => null;
        await Eventually.TrueAsync(async () =>
        {
            await stage.Page.Clock.FastForwardAsync(61_000);
            return await Today(stage, "revenue").TextContentAsync() is { Length: > 0 };
        }, Soon);
        await Expect(Today(stage, "revenue")).ToContainTextAsync("today $4,283,110");
        Assert.Equal(boxes, await BoxesAsync(stage));

        archive.Say = (_, _) => Answer.None;
        await stage.Page.Clock.FastForwardAsync(16_000);
        foreach (var tile in Tiles) await Expect(Today(stage, tile)).ToBeEmptyAsync(new() { Timeout = 20_000 });
    }

    private static Microsoft.Playwright.ILocator Today(Stage stage, string tile) => stage.Page.Locator($"[data-tile='{tile}'] [data-today]");

    private static Task<string> BoxesAsync(Stage stage) => stage.Page.EvaluateAsync<string>(
        "[...document.querySelectorAll('.tile > *:not(.today)')].map(part => { const { x, y, width, height } = part.getBoundingClientRect(); return [part.getAttribute('class'), x, y, width, height].join(' '); }).join('\\n')");
}
