using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Pipeline;

public class PipelineForEveryoneTests(Chromium chromium, Site site)
{
    private const string Markup = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";

    [Theory]
    [InlineData("live", 1440)]
    [InlineData("live", 390)]
    [InlineData("unknown", 1440)]
    [InlineData("broken", 1440)]
    [InlineData("rebuilding", 1440)]
    [InlineData("waiting", 1440)]
    [InlineData("disconnected", 1440)]
    [InlineData("popover", 1440)]
    public async Task Axe_finds_nothing(string state, int width)
    {
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var stage = await OpenAsync(profile, ItemOf(state), width);
        if (state == "popover") await stage.Page.GetByRole(AriaRole.Button, new() { Name = "About the books" }).PressAsync("Enter");
        if (state == "disconnected")
        {
            await stage.DieAsync();
            await Expect(stage.Page.Locator("[data-pipe-notice]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        }

        Assert.Empty(await stage.Page.FindingsAsync());
    }

    [Fact]
    public async Task Tab_reaches_every_control_in_the_order_of_the_page()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await OpenAsync(profile, Items.Sample())).Page;
        var reached = new List<string>();

        do
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"));
        }
        while (reached.Count < 30 && reached[^1] != "About rejected records");

        Assert.Equal(["Fix Coffee", "Live", "History", "Pipeline", "Pause", "Light or dark", "Wall screen", "About the way of one click", "About the books",
            "About partitions", "Partitions: the table", "About rejected records"], reached);
    }

    [Fact]
    public async Task A_figure_of_the_table_is_under_its_topic_group_and_column()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await OpenAsync(profile, Items.Sample())).Page;
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Partitions" });

        foreach (var head in new[] { "Topic", "Partition", "Log end" }) await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = head, Exact = true })).ToHaveCountAsync(1);
        foreach (var head in new[] { "Position", "Lag", "Owner" }) await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = head, Exact = true })).ToHaveCountAsync(2);
        foreach (var head in new[] { "EdmStream edm-consumer-group-1", "EdmStats edm-consumer-group-2" }) await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = head })).ToHaveCountAsync(1);
        foreach (var topic in Items.Topics) await Expect(table.GetByRole(AriaRole.Rowheader, new() { Name = topic })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(1000)]
    [InlineData(390)]
    public async Task Text_of_others_is_shown_as_text_and_moves_nothing(int width)
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile, Filled("plain"), width);
        var boxes = await BoxesAsync(stage.Page);

        foreach (var text in new[] { Markup, new string('W', 10_000), "\u202E\u2067desrever \u200F" + new string('\u05D0', 40) })
        {
            await stage.ShowPipelineAsync(Filled(text));
            Assert.Equal(boxes, await BoxesAsync(stage.Page));
            Assert.Equal(width, await stage.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal(text, await stage.Page.Locator("[data-pipe-panel='rejected'] li b").First.TextContentAsync());
            Assert.Equal(text, await stage.Page.Locator("[data-pipe-panel='rejected'] .what").First.TextContentAsync());
        }

        Assert.NotEqual("run", await stage.Page.TitleAsync());
        Assert.Empty(stage.Complaints.Heard);
    }

    private Task<Stage> OpenAsync(IBrowserContext profile, JsonObject item, int width = 1440) =>
        Stage.OpenAsync(profile, site, width: width, path: "dashboard#pipeline", pipeline: item);

    private static JsonObject ItemOf(string state)
    {
        var item = state == "unknown" ? Items.Unknown() : Items.Sample(state is "rebuilding" or "waiting" ? state : "live");
        if (state == "rebuilding") item["rebuild"] = Frames.Json(new { records = 37_204, of = 60_118 });
        if (state == "waiting") item["books"] = new JsonArray();
        if (state == "broken") item["books"]![10]!["read"] = 1;
        return item;
    }

    /// <summary>An item with this text in every field that a client of the cluster fills.</summary>
    private static JsonObject Filled(string text)
    {
        var item = Items.Sample();
        item["rejected"]!["newest"] = new JsonArray([.. Enumerable.Range(0, 7).Select(_ => Items.Rejected(text, text, 0, 1, text))]);
        (item["cluster"], item["prefix"]) = (text, text);
        foreach (var group in item["groups"]!.AsArray())
        {
            group!["group"] = text;
            foreach (var partition in group["partitions"]!.AsArray()) partition!["owner"] = text;
        }

        return item;
    }

    private static Task<string> BoxesAsync(IPage page) => page.EvaluateAsync<string>(
        "[...document.querySelectorAll('.pipeline > .panel, .pipeline .box, .pipeline tr, .refused li, .pipeline-footer')].map(box => { const { x, y, width, height } = box.getBoundingClientRect(); return [box.className, x, y, width, height].join(' '); }).join('\\n')");
}
