using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;
using Browser.Tests.Live;
using Microsoft.Playwright;

namespace Browser.Tests.History;

/// <summary>
/// The history service of a test's own, inside the browser: it answers by its contract what the test says, or what
/// <see cref="Past"/> knows, and keeps what it was asked.
/// </summary>
internal sealed class Archive
{
    private readonly ConcurrentQueue<Uri> _asked = new();

    private readonly IBrowserContext _profile;

    private Archive(IBrowserContext profile, DateTimeOffset now, string zone)
    {
        _profile = profile;
        Past = new Past(now, zone);
    }

    public Past Past { get; }

    /// <summary>What the service answers instead; null where it answers as <see cref="Past"/> does.</summary>
    public Func<string, Query, Answer?> Say { get; set; } = (_, _) => null;

    /// <summary>Questions wait until it ends.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>The questions so far, the oldest first: series, top or totals, and what was asked for.</summary>
    public IReadOnlyList<(string What, Query Query)> Asked => [.. _asked.Select(Parse)];

    public IEnumerable<Query> Of(string what) => Asked.Where(a => a.What == what).Select(a => a.Query);

    /// <summary>Puts itself behind every page of the profile, whose clocks it sets.</summary>
    public static async Task<Archive> BehindAsync(IBrowserContext profile, string now = "2026-11-23T12:41:20Z", string zone = "UTC")
    {
        var archive = new Archive(profile, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), zone);
        await profile.Clock.InstallAsync(new() { TimeDate = archive.Past.Now.UtcDateTime });
        await profile.RouteAsync("**/dashboard/settings", route => route.FulfillAsync(new() { Json = new { timeZone = zone, history = true } }));
        await profile.RouteAsync("**/api/history/**", archive.AnswerAsync);
        return archive;
    }

    /// <summary>Opens the view and waits until it shows something.</summary>
    public async Task<IPage> OpenAsync(Site site, string hash = "#history", int width = 1440, int height = 900, string state = "shown")
    {
        var page = await _profile.NewPageAsync();
        await page.RouteWebSocketAsync(url => url.EndsWith("/live", StringComparison.Ordinal), _ => { });
        await page.SetViewportSizeAsync(width, height);
        await site.OpenAsync(page, $"dashboard{hash}");
        await ShownAsync(page, state);
        return page;
    }

    /// <summary>Ends when the view has drawn what it asked for last.</summary>
    public static async Task ShownAsync(IPage page, string state = "shown")
    {
        await Assertions.Expect(page.Locator("[data-past]")).ToHaveAttributeAsync("data-state", state, new() { Timeout = 20_000 });
        if (state == "shown") await Assertions.Expect(page.Locator("[data-past]")).ToHaveAttributeAsync("aria-busy", "false");
    }

    private static (string What, Query Query) Parse(Uri address) => (address.Segments[^1], new Query(HttpUtility.ParseQueryString(address.Query)));

    private async Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        _asked.Enqueue(address);
        await Gate;
        var (what, query) = Parse(address);
        var answer = Say(what, query) ?? new Answer(200, Past.Answer(what, query));
        try
        {
            if (answer.Status == 0) await route.AbortAsync();
            else await route.FulfillAsync(new() { Status = answer.Status, ContentType = answer.Status == 400 ? "application/problem+json" : "application/json", Body = answer.Body.ToJsonString() });
        }
        catch (PlaywrightException) when (route.Request.Failure is not null)
        {
            // The page no longer wanted it.
        }
    }
}

/// <summary>What a test lets the service answer.</summary>
/// <param name="Status">0 for no answer at all.</param>
internal sealed record Answer(int Status, JsonNode Body)
{
    public static Answer None { get; } = new(0, new JsonObject());
}
