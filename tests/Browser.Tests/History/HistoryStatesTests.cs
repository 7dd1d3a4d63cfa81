using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.History;

public class HistoryStatesTests(Chromium chromium, Site site)
{
    // In every rendering: where on the page each part of the view lies, how large it is, and what of that was otherwise at first.
    private const string Watch = """
        () => {
          const past = document.querySelector('[data-past]');
          const parts = [past, ...past.querySelectorAll('[data-total], [data-sum], [data-past-panel], [data-past-plot], [data-past-footer]')];
          const boxes = () => parts.map(part => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [...part.getAttributeNames(), part.dataset.total ?? part.dataset.pastPanel, x + scrollX, y + scrollY, width, height].join(' ');
          });
          const first = boxes(), moved = new Set();
          const look = () => {
            boxes().forEach((box, index) => { if (box !== first[index]) moved.add(`${first[index]} -> ${box}`); });
            requestAnimationFrame(look);
          };
          look();
          window.moved = moved;
        }
        """;

    [Theory]
    [InlineData(1440)]
    [InlineData(1000)]
    [InlineData(390)]
    public async Task Nothing_shifts_when_the_figures_come_or_another_range_is_chosen(int width)
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var come = new TaskCompletionSource();
        archive.Gate = come.Task;
        var page = await archive.OpenAsync(site, width: width, state: "loading");
        var complaints = new Complaints(page);
        await page.EvaluateAsync(Watch);
        await Expect(page.Locator("[data-total='orders'] [data-sum]")).ToHaveTextAsync("–");

        come.SetResult();
        await Archive.ShownAsync(page);
        foreach (var range in new[] { "7 days", "90 days" })
        {
            await page.GetByRole(AriaRole.Radio, new() { Name = range }).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await Expect(page.Locator("[data-past-panel='buttons'] header")).ToContainTextAsync(range);
            await Archive.ShownAsync(page);
        }

        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var moved = await page.EvaluateAsync<string[]>("[...window.moved]");
        Assert.True(moved.Length == 0, string.Join("\n", moved));
        Assert.Empty(complaints.Heard);
    }

    [Fact]
    public async Task Before_the_first_event_it_says_what_to_do()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Past.Count = (_, _) => 0;
        archive.Say = (what, query) => what == "totals" ? new Answer(200, Empty(archive, query)) : null;
        var page = await archive.OpenAsync(site, state: "empty");

        await Expect(page.GetByText("No history yet")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-past-footer]")).ToContainTextAsync("No minute kept yet");
        await Expect(page.Locator("[data-past-panel='over-time']")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the live view" }).ClickAsync();
        await Expect(page.Locator("[data-tile='orders']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_said_with_since_when_and_asked_again_until_it_does()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        var page = await archive.OpenAsync(site);
        var notice = page.Locator("[data-past-notice='disconnected']");

        archive.Say = (_, _) => Answer.None;
        await page.Clock.FastForwardAsync(61_000);
        await Archive.ShownAsync(page, "disconnected");
        await Expect(notice).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(notice).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Since \d\d:\d\d:\d\d\. Figures are as of \d\d:\d\d:\d\d\. (Trying again in \d+ s|Trying now)\."));
        await Expect(page.Locator("[data-past]")).ToHaveAttributeAsync("data-stale", "");
        await Expect(page.Locator("[data-total='orders'] [data-sum]")).ToHaveTextAsync("51,204");

        archive.Say = (_, _) => null;
        await Archive.ShownAsync(page);
        await Expect(notice).ToBeHiddenAsync();
        await Expect(page.Locator("[data-past]")).Not.ToHaveAttributeAsync("data-stale", "");
    }

    [Fact]
    public async Task Where_there_is_no_history_service_it_says_so_and_holds_nothing_up()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Say = (_, _) => new Answer(404, new JsonObject());
        var page = await archive.OpenAsync(site, state: "disconnected");

        await Expect(page.GetByText("The history service does not answer").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(page.Locator("[data-since]")).ToContainTextAsync("There are no figures yet.");
        await Expect(page.Locator("[data-dates]")).ToHaveTextAsync("25 Oct – 23 Nov 2026");
    }

    [Fact]
    public async Task What_the_service_refuses_is_shown_in_its_own_words()
    {
        await using var profile = await chromium.NewProfileAsync();
        var archive = await Archive.BehindAsync(profile);
        archive.Say = (what, _) => what == "series"
            ? new Answer(400, JsonNode.Parse("""{"title":"Bad","detail":"At most 3,000 points.","errors":{"from":["from must lie on a minute."]}}""")!)
            : null;
        var page = await archive.OpenAsync(site, state: "refused");

        await Expect(page.Locator("[data-past-notice='refused']")).ToContainTextAsync("At most 3,000 points. from must lie on a minute.");
        var asked = archive.Asked.Count;
        archive.Say = (_, _) => null;
        await page.Clock.FastForwardAsync(5_000);
        Assert.Equal(asked, archive.Asked.Count);
        await page.GetByRole(AriaRole.Radio, new() { Name = "7 days" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Archive.ShownAsync(page);
    }

    internal static JsonNode Empty(Archive archive, Query query)
    {
        var totals = archive.Past.Answer("totals", query);
        foreach (var name in new[] { "pageloads", "clicks", "visitors", "buyers", "orders" }) totals[name] = 0;
        totals["revenue"] = new JsonArray();
        totals["since"] = null;
        return totals;
    }
}
