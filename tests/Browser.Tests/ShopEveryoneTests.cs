using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Every page of the shop, on a desk and on a phone.</summary>
public class ShopEveryoneTests(Chromium chromium, Demo shared)
{
    private static readonly string[] Pages = ["", "kits", "beans", "p/kettle-09", "p/kit-carafe", "search?q=steel", "search?q=nothing+at+all", "cart", "checkout", "thanks", "privacy", "nowhere"];

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(int width)
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var page = await profile.OpenPageAsync(demo, "p/mug-350");
        await page.SetViewportSizeAsync(width, 844);
        var found = new List<string>();

        foreach (var address in Pages) await LookAsync(address, () => page.GotoAsync(new Uri(demo.Address, address).ToString()));
        await page.GotoAsync(new Uri(demo.Address, "p/mug-350").ToString());
        await page.Locator(".buy [data-edm-click='add-to-cart']").ClickAsync();
        await LookAsync("cart, full", () => page.Locator("[data-edm-click='open-cart']").ClickAsync());
        await LookAsync("checkout", () => page.Locator("[data-edm-click='checkout']").ClickAsync());
        await LookAsync("checkout, second step", () => ShopTests.FillInAsync(page));
        await LookAsync("thanks", () => page.Locator("[data-edm-click='place-order']").ClickAsync());

        Assert.Empty(found);

        async Task LookAsync(string name, Func<Task> go)
        {
            await go();
            await Expect(page.Locator("main h1:visible").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
            found.AddRange((await page.FindingsAsync()).Select(finding => $"{name}: {finding}"));
            var needs = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (needs > width) found.Add($"{name}: needs {needs} pixels of {width}.");
        }
    }
}
