using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardLogTests(Chromium chromium, Site site)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task It_is_newest_first_says_what_it_skipped_and_keeps_two_hundred_rows()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var rows = stage.Page.Locator(".log li");

        var frame = Frames.Next(Frames.Event("edm-ui-click", "click", "newest", "ada"));
        frame["skipped"] = 14;
        await stage.ShowAsync(frame);
        await Expect(rows.Nth(0)).ToContainTextAsync("newest");
        await Expect(rows.Nth(1)).ToHaveTextAsync("14 skipped: more came than can be shown");

        for (var i = 0; i < 5; i++) await stage.ShowAsync(Frames.Next([.. Enumerable.Range(0, 50).Select(Frames.Event)]));
        await Expect(rows).ToHaveCountAsync(200);
    }

    [Fact]
    public async Task A_filter_is_asked_of_the_node_and_holds_for_what_is_there()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var rows = stage.Page.Locator("[data-event]");
        await Expect(rows).ToHaveCountAsync(12);

        await stage.Page.GetByRole(AriaRole.Radio, new() { Name = "Clicks" }).FocusAsync();
        await stage.Page.Keyboard.PressAsync("Space");
        await Expect(rows).ToHaveCountAsync(4);
        await Expect(rows.Filter(new() { HasText = "add-to-cart" })).ToHaveCountAsync(4);
        await Eventually.EqualAsync("click", () => stage.Requests.Last()["kind"]?.GetValue<string>(), Soon);

        await stage.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Text or visitor" }).FillAsync("51C0");
        await Eventually.EqualAsync("51C0", () => stage.Requests.Last()["text"]?.GetValue<string>(), Soon);
        await Expect(rows).ToHaveCountAsync(4);

        await stage.ShowAsync(Frames.Next(Frames.Event("edm-ui-click", "click", "other", "bob"), Frames.Event("edm-ui-click", "click", "51c0-button", "bob")));
        await Expect(rows).ToHaveCountAsync(5);
        await Expect(rows.First).ToContainTextAsync("51c0-button");
        Assert.Equal(2, stage.Cancelled);
    }

    [Fact]
    public async Task A_wider_filter_brings_back_what_the_node_has()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var rows = stage.Page.Locator("[data-event]");
        var text = stage.Page.GetByRole(AriaRole.Searchbox);

        await text.FillAsync("nobody");
        await Expect(rows).ToHaveCountAsync(0);
        await text.FillAsync("");
        await Expect(rows).ToHaveCountAsync(12);
        await Expect(rows.First).ToContainTextAsync("$79.00");
    }

    [Fact]
    public async Task It_stands_still_while_it_is_paused_and_goes_on_without_a_hole()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var rows = stage.Page.Locator("[data-event]");

        await stage.Page.Locator("[data-pause-log]").ClickAsync();
        await stage.ShowAsync(Frames.Next(Frames.Event(1), Frames.Event(2)));
        await Expect(rows).ToHaveCountAsync(12);
        await Expect(stage.Page.Locator("[data-panel='events'] .panel-head [data-note]")).ToHaveTextAsync("paused, 2 newer");

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(14);
    }

    [Fact]
    public async Task A_row_opens_to_its_record_and_the_milliseconds_of_its_way()
    {
        await using var profile = await chromium.NewProfileAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var stage = await Stage.OpenAsync(profile, site);
        var happened = Frames.Now - 256;
        var added = Frames.Event("edm-ui-commerce", "product_added", "Chemex Classic", "visitor-8f3a");
        added["eventTime"] = happened;
        var frame = Frames.Next(added);
        frame["at"] = happened + 256;
        const string Json = """{"event_id":"019ab1c4","type":"product_added","properties":{"price":39.99}}""";
        stage.Record = (_, _, _) => Frames.Json(new { json = Json, receivedTime = happened + 38 });
        await stage.ShowAsync(frame);
        var row = stage.Page.Locator("[data-event]").First;

        await row.GetByRole(AriaRole.Button).First.FocusAsync();
        await stage.Page.Keyboard.PressAsync("Enter");

        await Expect(row.Locator(".record-head")).ToContainTextAsync("on screen 256 ms after it happened");
        await Expect(row.Locator("[data-time]")).ToHaveTextAsync(["38 ms", "218 ms"]);
        await Expect(row.Locator("[data-topic]")).ToHaveTextAsync("edm-ui-commerce");
        await Expect(row.Locator("[data-partition]")).ToHaveTextAsync("3");
        await Expect(row.Locator(".key")).ToHaveTextAsync(["\"event_id\"", "\"type\"", "\"properties\"", "\"price\""]);
        Assert.Equal(290, await row.EvaluateAsync<int>("row => row.offsetHeight"));

        await row.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(Json, await stage.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_record_that_is_not_there_any_more_or_not_given_is_said_so()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var row = stage.Page.Locator("[data-event]").First;

        await row.ClickAsync();
        await Expect(row.Locator("[data-text]")).ToContainTextAsync("The stream node did not give this record.");
        await stage.Page.Keyboard.PressAsync("Escape");
        await Expect(row.Locator(".record")).ToHaveCountAsync(0);

        stage.Record = (_, _, _) => null;
        await row.ClickAsync();
        await Expect(row.Locator("[data-text]")).ToContainTextAsync("The log no longer holds this record");
    }

    [Fact]
    public async Task It_waits_for_who_reads_an_open_row_and_the_keys_go_from_row_to_row()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var rows = stage.Page.Locator("[data-event]");

        await rows.Nth(0).ClickAsync();
        await stage.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(1).GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        await stage.Page.Keyboard.PressAsync("Enter");
        await Expect(rows.Nth(1)).ToHaveAttributeAsync("data-open", "");
        await Expect(stage.Page.Locator("[data-open]")).ToHaveCountAsync(1);

        await stage.ShowAsync(Frames.Next(Frames.Event(0)));
        await Expect(rows).ToHaveCountAsync(12);
        await stage.Page.Keyboard.PressAsync("Escape");
        await stage.Page.Locator("[data-plot]").FocusAsync();
        await Expect(rows).ToHaveCountAsync(13);
    }
}
