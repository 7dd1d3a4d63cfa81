using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardSnapshotTests(Chromium chromium)
{
    private static readonly string[] Steps = ["viewed", "added", "checkout", "ordered"], Lists = ["buttons", "pages", "sources"];
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task What_real_visitors_do_stands_on_the_screen_as_the_snapshot_has_it()
    {
        await using var demo = await InProcessService.StartAsync("EdmDemo");
        await demo.ReadyAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo);
        await ShopAsync(demo);
        await Expect(Tile(page, "orders")).ToHaveTextAsync("3", Patient);

        using var http = new HttpClient { BaseAddress = demo.Address };
        var snapshot = (await http.GetFromJsonAsync<JsonNode>("live/snapshot", TestContext.Current.CancellationToken))!;
        var figures = snapshot["figures"]!;

        await Expect(Tile(page, "visitors-now")).ToHaveTextAsync(Value(figures["visitorsNow"]!));
        await Expect(Tile(page, "page-views")).ToHaveTextAsync(AMinute(figures["pageloads"]!));
        await Expect(Tile(page, "clicks")).ToHaveTextAsync(AMinute(figures["clicks"]!));
        await Expect(Tile(page, "active-carts")).ToHaveTextAsync(Value(figures["activeCarts"]!));
        await Expect(Tile(page, "conversion")).ToHaveTextAsync((figures["conversion"]!["value"]!.GetValue<decimal>() * 100).ToString("0.0'%'", CultureInfo.InvariantCulture));
        await Expect(Tile(page, "revenue")).ToContainTextAsync("$240.00");
        await Expect(page.Locator("[data-step] [data-value]")).ToHaveTextAsync(
            [.. Steps.Select(step => Value(snapshot["funnel"]![step]!))]);
        await Expect(page.Locator("[data-panel='products'] [data-name]")).ToHaveTextAsync(
            [.. snapshot["products"]!["top"]!.AsArray().Select(product => product!["name"]!.GetValue<string>())]);
        foreach (var list in Lists)
        {
            await Expect(page.Locator($"[data-panel='{list}'] li")).ToHaveTextAsync(
                [.. snapshot["lists"]![list]!.AsArray().Select(key => key!["key"]!.GetValue<string>() + key["count"]!.GetValue<int>())]);
        }
    }

    private static ILocator Tile(IPage page, string name) => page.Locator($"[data-tile='{name}'] .figure");

    private static string Value(JsonNode figure) => figure["value"]!.GetValue<int>().ToString(CultureInfo.InvariantCulture);

    /// <summary>Spread over the thirty minutes of the window, so few that seconds would say nothing.</summary>
    private static string AMinute(JsonNode figure) => (figure["value"]!.GetValue<int>() / 30m).ToString("0.0'/min'", CultureInfo.InvariantCulture);

    /// <summary>Four visitors: two order in dollars, one in euros, one only looks.</summary>
    private static async Task ShopAsync(RunningService demo)
    {
        using var http = new HttpClient { BaseAddress = demo.Address };
        foreach (var (visitor, currency) in new[] { ("ada", "USD"), ("dee", "USD"), ("bob", "EUR"), ("cy", "") })
        {
            var product = new { product_id = "kettle-09", name = "Gooseneck Kettle", price = 60, quantity = 2, currency };
            await PostAsync("pageload", new { url = "https://shop.example/kits", referrer = "https://www.google.com/" });
            await PostAsync("product_viewed", product);
            if (currency == "") continue;
            await PostAsync("click", new { button_id = "add-to-cart" });
            await PostAsync("product_added", product);
            await PostAsync("checkout_started", new { total = 120, currency, products = new[] { product } });
            await PostAsync("order_completed", new { order_id = $"order-{visitor}", total = 120, currency, products = new[] { product } });

            async Task PostAsync(string type, object properties)
            {
                using var answer = await http.PostAsJsonAsync("events", new { type, uuid = visitor, properties }, TestContext.Current.CancellationToken);
                answer.EnsureSuccessStatusCode();
            }
        }
    }
}
