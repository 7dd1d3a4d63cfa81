using System.Text.Json.Nodes;
using Browser.Tests.Live;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Pipeline;

public class PipelineFiguresTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task Every_figure_is_the_items()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await OpenAsync(profile, Items.Sample())).Page;

        await Expect(Box(page, "relay")).ToHaveTextAsync("EdmRelay13.2 events/s");
        await Expect(Box(page, "topic-1").Locator("[data-rate]")).ToHaveTextAsync("4.9/s");
        await Expect(Box(page, "topics").Locator(".kept")).ToContainTextAsync("6 partitions each, keyed by visitor\nkept 7 days");
        await Expect(Box(page, "stream")).ToHaveTextAsync("EdmStream3 nodes, lag 6counts 13.2 /s");
        await Expect(Box(page, "stats")).ToHaveTextAsync("EdmStats2 nodes, lag 36counts 13.2 /s");
        await Expect(Box(page, "live")).ToHaveTextAsync("edm-livecompacted214 records4.0/s");
        await Expect(Box(page, "rejected")).ToHaveTextAsync("edm-rejected25 records");
        await Expect(Box(page, "screens")).ToHaveTextAsync("Screens7 open");
        Assert.Equal(["4", "149,439", "149,439", "0", "stream-3", "149,424", "15", "stats-2"], await RowAsync(page, 1, 4));
        await Expect(Sum(page, "counted")).ToHaveTextAsync("2,850,452");
        await Expect(Sum(page, "duplicate")).ToHaveTextAsync("31,194");
        await Expect(Sum(page, "difference")).ToHaveTextAsync("0");
        await Expect(Panel(page, "conservation")).ToContainTextAsync("It holds");
        await Expect(Panel(page, "conservation")).ToContainTextAsync("18 of 18 partitions");
        await Expect(Panel(page, "rejected").Locator("li")).ToHaveCountAsync(7);
        await Expect(Panel(page, "rejected").Locator("li").First).ToContainTextAsync("edm-ui-click [4] @ 149,378");
        await Expect(page.Locator("[data-pipe-footer]")).ToContainTextAsync("live again after 8 s");
        await Expect(page.Locator("[data-pipe-footer]")).ToContainTextAsync("prefix none");
    }

    [Fact]
    public async Task What_is_not_known_is_a_dash()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await OpenAsync(profile, Items.Unknown())).Page;

        await Expect(Box(page, "relay")).ToHaveTextAsync("EdmRelay– events/s");
        await Expect(Box(page, "stream")).ToHaveTextAsync("EdmStream– nodes, lag –counts – /s");
        await Expect(Box(page, "live")).ToHaveTextAsync("edm-livecompacted– records–/s");
        Assert.Equal(["0", "–", "–", "–", "–", "–", "–", "–"], await RowAsync(page, 2, 0));
        await Expect(Panel(page, "rejected")).Not.ToContainTextAsync("Every record could be read.", new() { UseInnerText = true });
        await Expect(page.Locator("[data-pipe-footer]")).ToContainTextAsync("no rebalance known");
        await Expect(page.Locator("[data-pipe-cluster]")).ToHaveTextAsync("–");
        Assert.DoesNotContain("NaN", await page.Locator("[data-pipeline]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("null", await page.Locator("[data-pipeline]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_is_as_long_as_the_lag_and_a_long_one_is_marked()
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await OpenAsync(profile, Items.Sample());
        var cell = stage.Page.Locator("tbody:nth-of-type(2) tr:nth-of-type(6) .lag").Last;

        Assert.Equal("75.0%", await ShareAsync(cell));
        await Expect(cell).ToHaveAttributeAsync("data-much", "");

        var item = Items.Sample();
        item["groups"]![1]!["partitions"]![10]!["lag"] = 0;
        item["groups"]![1]!["partitions"]![11]!["lag"] = 143_449;
        await stage.ShowPipelineAsync(item);
        Assert.Equal("0.0%", await ShareAsync(cell));
        await Expect(cell).Not.ToHaveAttributeAsync("data-much", "");
        var behind = stage.Page.Locator("tbody:nth-of-type(2) tr:nth-of-type(7) .lag").Last;
        Assert.Equal("100.0%", await ShareAsync(behind));
        await Expect(behind).ToHaveTextAsync("143k");
    }

    [Fact]
    public async Task One_record_too_many_breaks_the_seal_and_names_the_partition()
    {
        await using var profile = await chromium.NewProfileAsync();
        var item = Items.Sample();
        item["books"]![10]!["read"] = item["books"]![10]!["read"]!.GetValue<long>() + 1;
        var page = (await OpenAsync(profile, item)).Page;
        var seal = Panel(page, "conservation");

        await Expect(seal).ToHaveAttributeAsync("data-seal-state", "broken");
        await Expect(seal.Locator(".proof-verdict")).ToHaveTextAsync("1not accounted for");
        await Expect(seal.Locator("[data-pipe-extent]")).ToHaveTextAsync("in edm-ui-click [4]");
        await Expect(Sum(page, "difference")).ToHaveTextAsync("1");
        Assert.Equal(await ColourAsync(page, "--bad"), await seal.Locator(".proof-verdict").EvaluateAsync<string>("node => getComputedStyle(node).color"));
    }

    [Fact]
    public async Task Two_partitions_that_make_up_for_each_other_do_not_hold()
    {
        await using var profile = await chromium.NewProfileAsync();
        var item = Items.Sample();
        foreach (var (index, more) in new[] { (0, 1), (7, -1) }) item["books"]![index]!["read"] = item["books"]![index]!["read"]!.GetValue<long>() + more;
        var page = (await OpenAsync(profile, item)).Page;

        await Expect(Sum(page, "difference")).ToHaveTextAsync("0");
        await Expect(Panel(page, "conservation").Locator(".proof-verdict")).ToHaveTextAsync("2not accounted for");
        await Expect(Panel(page, "conservation")).ToContainTextAsync("in edm-ui-pageload [0]\nedm-ui-click [1]", new() { UseInnerText = true });
    }

    [Fact]
    public async Task Expired_records_are_a_term_of_their_own_only_when_there_are_some()
    {
        await using var profile = await chromium.NewProfileAsync();
        var item = Items.Sample();
        var stage = await OpenAsync(profile, item);
        await Expect(Sum(stage.Page, "expired")).ToBeHiddenAsync();

        (item["books"]![0]!["read"], item["books"]![0]!["expired"]) = (item["books"]![0]!["read"]!.GetValue<long>() + 9, 9);
        await stage.ShowPipelineAsync(item);

        await Expect(Sum(stage.Page, "expired")).ToHaveTextAsync("9");
        await Expect(Sum(stage.Page, "counted")).ToHaveTextAsync("2,850,461");
        await Expect(Panel(stage.Page, "conservation")).ToHaveAttributeAsync("data-seal-state", "holds");
    }

    private Task<Stage> OpenAsync(IBrowserContext profile, JsonObject item) =>
        Stage.OpenAsync(profile, site, path: "dashboard#pipeline", pipeline: item);

    private static ILocator Panel(IPage page, string name) => page.Locator($"[data-pipe-panel='{name}']");

    private static ILocator Box(IPage page, string name) => page.Locator($"[data-box='{name}']");

    private static ILocator Sum(IPage page, string name) => page.Locator($"[data-sum='{name}'] [data-amount]");

    private static Task<string[]> RowAsync(IPage page, int topic, int partition) => page.EvaluateAsync<string[]>(
        "([topic, partition]) => [...document.querySelector('.reach table').tBodies[topic].rows[partition + 1].cells].filter(cell => cell.className !== 'topic-cell').map(cell => cell.textContent)",
        new[] { topic, partition });

    private static Task<string> ShareAsync(ILocator cell) => cell.Locator("i").EvaluateAsync<string>("bar => bar.style.getPropertyValue('--share')");

    private static Task<string> ColourAsync(IPage page, string token) => page.EvaluateAsync<string>(
        "token => { const probe = document.body.appendChild(document.createElement('i')); probe.style.color = `var(${token})`; const { color } = getComputedStyle(probe); probe.remove(); return color; }", token);
}
