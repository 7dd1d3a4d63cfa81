using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>People in the shop, from the home page to the thank-you page, and what the topics then hold.</summary>
public class ShopTests(Chromium chromium, SharedKafka kafka, Demo shared)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task One_buys_something_and_the_topic_has_the_whole_way_of_it()
    {
        Need.Browser();
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix));
        await demo.ReadyAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "");
        var complaints = new Complaints(page);

        await page.Locator("[data-edm-click='browse-kits']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Carafe Kit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One Carafe Kit more" }).ClickAsync();
        await page.Locator(".buy").GetByText("Add to cart").ClickAsync();
        await page.Locator("[data-edm-click='open-cart']").ClickAsync();
        await page.Locator("[data-edm-click='checkout']").ClickAsync();
        await FillInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("$238.00").First).ToBeVisibleAsync();

        // The reload of the thank-you page is the last that is made, and may be sent before what it interrupted.
        await Eventually.EqualAsync(
            2, async () => (await ValuesAsync(servers, prefix + "edm-ui-pageload")).Count(v => Path(v) == "/thanks"), TimeSpan.FromSeconds(30));
        await Eventually.EqualAsync(0, () => page.EvaluateAsync<int>("edm.stats().queued"), TimeSpan.FromSeconds(30));
        var commerce = await ValuesAsync(servers, prefix + "edm-ui-commerce");
        Assert.Equal(
            ["promotion_viewed", "product_list_viewed", "promotion_clicked", "product_list_viewed", "product_clicked", "product_viewed", "product_added", "cart_viewed",
                "checkout_started", "checkout_step_viewed", "checkout_step_completed", "checkout_step_viewed", "checkout_step_completed", "order_completed"],
            commerce.OrderBy(EventId, StringComparer.Ordinal).Select(v => v.GetProperty("type").GetString()));
        var order = commerce.Single(v => v.GetProperty("type").GetString() == "order_completed").GetProperty("properties");
        Assert.Equal((238.00m, "USD"), (order.GetProperty("total").GetDecimal(), order.GetProperty("currency").GetString()));
        var product = Assert.Single(order.GetProperty("products").EnumerateArray());
        Assert.Equal(("kit-carafe", 2), (product.GetProperty("product_id").GetString(), product.GetProperty("quantity").GetInt32()));
        Assert.DoesNotContain(commerce.Concat(await ValuesAsync(servers, prefix + "edm-ui-click")), v => v.GetRawText().Contains("Filter Lane", StringComparison.Ordinal));
        Assert.Equal(
            ["/", "/kits", "/p/kit-carafe", "/cart", "/checkout", "/thanks", "/thanks"],
            (await ValuesAsync(servers, prefix + "edm-ui-pageload")).OrderBy(EventId, StringComparer.Ordinal).Select(Path));
        Assert.Empty(complaints.Heard);
    }

    [Fact]
    public async Task Back_and_forward_lead_through_the_pages_as_everywhere()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "");
        await page.Locator("[data-edm-click='nav-brewers']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Moka Pot" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Moka Pot · Fix Coffee");

        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Brewers" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The same good cup, every morning." })).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Expect(page).ToHaveTitleAsync("Brewers · Fix Coffee");
    }

    [Fact]
    public async Task It_can_be_shopped_by_keyboard_alone()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.OpenPageAsync(demo, "");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Enamel Mug" })).ToBeVisibleAsync(Patient);

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("enamel mug");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#view h1")).ToBeFocusedAsync();
        await Expect(page.Locator("#view h1")).ToHaveTextAsync("1 product for “enamel mug”");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#view h1")).ToHaveTextAsync("Enamel Mug");
        await page.Locator(".buy .button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".cart-count")).ToHaveTextAsync("1");
        await page.Locator("[data-edm-click='open-cart']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var more = page.GetByRole(AriaRole.Button, new() { Name = "One Enamel Mug more" });
        await more.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("$36.00").First).ToBeVisibleAsync();
        await Expect(more).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Two_tabs_share_one_cart()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var cart = await profile.OpenPageAsync(demo, "cart");
        var product = await profile.OpenPageAsync(demo, "p/mug-350");

        await product.Locator(".buy .button").ClickAsync();
        await Expect(cart.Locator(".cart-line")).ToHaveCountAsync(1);
        await cart.Locator("[data-edm-click='remove-from-cart']").ClickAsync();
        await Expect(product.Locator(".cart-count")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Without_JavaScript_it_says_what_it_needs()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync(new() { JavaScriptEnabled = false });
        var page = await profile.OpenPageAsync(demo, "");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The same good cup, every morning." })).ToBeVisibleAsync();
        Assert.Contains("The products and the cart need JavaScript.", await page.ContentAsync(), StringComparison.Ordinal);
        await Expect(page.Locator(".search")).ToBeHiddenAsync();
    }

    /// <summary>Fills in the first step of the checkout, and leads to the second.</summary>
    internal static async Task FillInAsync(IPage page)
    {
        foreach (var (label, text) in new[] { ("Email", "ada@example.com"), ("Name", "Ada Brewer"), ("Street and number", "12 Filter Lane"), ("Postcode", "40210"), ("City", "Portland") })
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue to review" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Review" })).ToBeVisibleAsync();
    }

    /// <summary>Each event once: what a reload leaves unanswered is sent again, under its own id.</summary>
    private static async Task<List<JsonElement>> ValuesAsync(string servers, string topic) =>
        [.. (await ClusterTopics.ReadAllAsync(servers, topic)).Select(r => JsonElement.Parse(r.Message.Value)).DistinctBy(EventId)];

    private static string EventId(JsonElement value) => value.GetProperty("event_id").GetString()!;

    private static string Path(JsonElement load) => new Uri(load.GetProperty("properties").GetProperty("url").GetString()!).AbsolutePath;
}
