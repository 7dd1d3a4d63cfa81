using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardForEveryoneTests(Chromium chromium, Site site)
{
    [Theory]
    [InlineData("live")]
    [InlineData("behind")]
    [InlineData("waiting")]
    [InlineData("rebuilding")]
    [InlineData("silent")]
    [InlineData("disconnected")]
    public async Task Axe_finds_nothing_in_any_state(string state)
    {
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var stage = await Stage.OpenAsync(profile, site);

        await EnterAsync(stage, state);

        await Expect(stage.Page.Locator("[data-badge]")).ToHaveAttributeAsync("data-state", state);
        Assert.Empty(await stage.Page.FindingsAsync());
    }

    [Theory]
    [InlineData(1440, "dashboard")]
    [InlineData(390, "dashboard#events")]
    [InlineData(1440, "dashboard?wall")]
    public async Task Axe_finds_nothing_in_an_open_row_an_explanation_or_on_the_wall(int width, string path)
    {
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var stage = await Stage.OpenAsync(profile, site, width: width, path: path);
        stage.Record = (_, _, _) => Frames.Json(new { json = """{"type":"click","properties":{"button_id":"x"}}""", receivedTime = 0 });

        await stage.Page.Locator("[data-event]").First.ClickAsync();
        await Expect(stage.Page.Locator("[data-text] .key").First).ToBeVisibleAsync();
        if (width > 759 && !path.Contains('?')) await stage.Page.GetByRole(AriaRole.Button, new() { Name = "About revenue" }).PressAsync("Enter");

        Assert.Empty(await stage.Page.FindingsAsync());
    }

    [Fact]
    public async Task Tab_reaches_every_control_and_the_log_is_one_stop()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var reached = new List<string>();

        do
        {
            await stage.Page.Keyboard.PressAsync("Tab");
            reached.Add(await stage.Page.EvaluateAsync<string>("(document.activeElement.closest('[data-event]') ? 'row' : document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"));
        }
        while (reached.Count < 80 && reached[^1] != "row");

        string[] wanted = ["Live", "30 minutes", "Pause", "Light or dark", "Wall screen", "About visitors now", "About conversion", "About traffic",
            "Traffic: arrow keys choose a moment", "About the funnel", "About top products", "Rank", "Revenue", "About popular buttons", "About pages",
            "About sources", "About devices", "Text or visitor", "All", "row"];
        Assert.Empty(wanted.Except(reached));
    }

    [Fact]
    public async Task Old_figures_turn_grey_and_say_how_old_they_are()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);

        await EnterAsync(stage, "disconnected");

        await Expect(stage.Page.Locator("[data-tile='orders'] [data-change]")).ToContainTextAsync("s old");
        await Expect(stage.Page.Locator("[data-tile='orders'] .figure")).ToHaveTextAsync("52");
        await Expect(stage.Page.GetByText("The stream node does not answer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_button_lets_ten_shoppers_in_and_says_what_came_of_it()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site, Waiting());
        var button = stage.Page.GetByRole(AriaRole.Button, new() { Name = "Let ten shoppers in" });

        await button.ClickAsync();
        await Expect(stage.Page.Locator("[data-hint]")).ToContainTextAsync("This shop has no demo shoppers");

        await stage.Page.RouteAsync("**/demo/shoppers", route => route.FulfillAsync(new() { Status = 202, Json = new { shoppers = 10, until = Frames.Now } }));
        await button.ClickAsync();
        await Expect(stage.Page.Locator("[data-hint]")).ToContainTextAsync("10 shoppers are in");
    }

    private static async Task EnterAsync(Stage stage, string state)
    {
        var frame = Frames.Next();
        switch (state)
        {
            case "waiting":
                await stage.ShowAsync(Waiting());
                break;
            case "behind":
                frame["countedTo"] = Frames.Now - 60_000;
                await stage.ShowAsync(frame);
                break;
            case "silent":
                frame["silentSince"] = Frames.Now - 60_000;
                await stage.ShowAsync(frame);
                break;
            case "rebuilding":
                frame["state"] = state;
                frame["rebuild"] = Frames.Json(new { records = 37_204, of = 60_118 });
                await stage.ShowAsync(frame);
                break;
            case "disconnected":
                await stage.DieAsync();
                await Expect(stage.Page.Locator("[data-notice='disconnected']")).ToBeVisibleAsync();
                break;
        }
    }

    private static JsonObject Waiting()
    {
        var frame = Frames.Sample(0, "waiting");
        frame["partitions"] = new JsonArray();
        frame["countedTo"] = null;
        return frame;
    }
}
