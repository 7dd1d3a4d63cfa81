using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardHostileTests(Chromium chromium, Site site)
{
    private const string Markup = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    private static readonly string[] Topics = ["edm-ui-pageload", "edm-ui-click", "edm-ui-commerce"];
    private static readonly string Long = new('W', 10_000);
    private static readonly string Turned = "\u202E\u2067desrever \u200F" + new string('\u05D0', 40);

    [Theory]
    [InlineData(1440)]
    [InlineData(1000)]
    [InlineData(390)]
    public async Task Text_in_any_field_is_shown_as_text_and_moves_nothing(int width)
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site, Filled("plain"), width);
        var boxes = await BoxesAsync(stage.Page);

        foreach (var text in new[] { Markup, Long, Turned })
        {
            await stage.ShowAsync(Filled(text));
            Assert.Equal(boxes, await BoxesAsync(stage.Page));
            Assert.Equal(width, await stage.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        await stage.ShowAsync(Filled(Markup));
        await Expect(stage.Page.Locator("[data-panel='products'] [data-name]").First).ToHaveTextAsync(Markup);
        await Expect(stage.Page.Locator("[data-panel='buttons'] [data-name]").First).ToHaveTextAsync(Markup);
        Assert.NotEqual("run", await stage.Page.TitleAsync());
        Assert.Empty(stage.Complaints.Heard);
    }

    [Fact]
    public async Task A_record_is_shown_as_text_whatever_it_holds()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var row = stage.Page.Locator("[data-event]").First;
        var text = row.Locator("[data-text]");

        foreach (var json in new[] { $$"""{"name":{{JsonValue.Create(Markup).ToJsonString()}}}""", Markup, $"{{\"{Turned}\":\"{Turned}\"}}", "\"never closed \\", Long + Long + Long })
        {
            stage.Record = (_, _, _) => Frames.Json(new { json, receivedTime = 0 });
            await row.GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(text).ToContainTextAsync(json.Length > 20_000 ? "10,000 characters more" : json[..6]);
            Assert.Equal(290, await row.EvaluateAsync<int>("row => row.offsetHeight"));
            Assert.True(await text.EvaluateAsync<bool>("code => code.closest('pre').scrollWidth <= code.closest('pre').clientWidth"));
            await row.GetByRole(AriaRole.Button).First.ClickAsync();
        }

        Assert.NotEqual("run", await stage.Page.TitleAsync());
        Assert.Empty(stage.Complaints.Heard);
    }

    [Fact]
    public async Task Figures_of_any_size_stay_in_their_boxes()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var boxes = await BoxesAsync(stage.Page);

        var frame = Frames.Next();
        foreach (var name in new[] { "visitorsNow", "activeCarts" }) frame["figures"]![name]!["value"] = 9_999_999;
        foreach (var name in new[] { "pageloads", "clicks", "orders" }) frame["figures"]![name] = Frames.Counted(long.MaxValue / 4096, 1);
        frame["revenue"] = new JsonArray(Frames.Revenue("USD", 9_999_999.99m, 1, 1, 1));
        frame["lists"]!["buttons"] = Frames.Keys(("a", int.MaxValue), ("b", 1));
        frame["products"]!["top"] = new JsonArray(Frames.Product("a", "a", 9_999_999, 9_999_999, 9_999_999, 123_456_789_012.34m, 9_999_999));
        await stage.ShowAsync(frame);

        Assert.Equal(boxes, await BoxesAsync(stage.Page));
        await Expect(stage.Page.Locator("[data-tile='revenue'] .figure")).ToContainTextAsync("$9,999,999.99");
        Assert.Empty(await stage.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.tile')].filter(tile => tile.scrollWidth > tile.clientWidth).map(tile => tile.dataset.tile)"));
    }

    /// <summary>A frame with this text in every field that a visitor's event fills.</summary>
    private static JsonObject Filled(string text)
    {
        var frame = Frames.Next([.. Topics.Select(topic => Frames.Event(topic, text, text, text))]);
        foreach (var list in new[] { "buttons", "pages", "sources", "devices" }) frame["lists"]![list] = Frames.Keys((text, 7));
        frame["products"]!["currency"] = text;
        frame["products"]!["top"] = new JsonArray(Frames.Product(text, text, 1, 1, 1, 1, 1));
        frame["revenue"] = new JsonArray(Frames.Revenue(text, 1, 1, 1, 1), Frames.Revenue("(other)", 0, 0, 1, 0));
        return frame;
    }

    /// <summary>Where every tile and panel stands.</summary>
    private static Task<string> BoxesAsync(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('.tile, .panel, .footer')].map(box => { const { x, y, width, height } = box.getBoundingClientRect(); return [box.className, x, y, width, height].join(' '); }).join('\\n')");
}
