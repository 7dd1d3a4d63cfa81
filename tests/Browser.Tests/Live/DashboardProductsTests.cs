using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests.Live;

public class DashboardProductsTests(Chromium chromium, Site site)
{
    [Fact]
    public async Task A_row_has_rank_name_and_figures_and_a_drawing_when_the_demos_shop_sells_it()
    {
        await using var profile = await chromium.NewProfileAsync();
        var page = (await Stage.OpenAsync(profile, site)).Page;
        var rows = page.Locator("[data-panel='products'] tbody tr");

        await Expect(rows).ToHaveTextAsync(["12Pour-Over Kit184419$809.10", "2·Gooseneck Kettle231388$632.00", "32Chemex Classic2064414$559.86", "4newhat96133$327.00"]);
        await Expect(rows.Locator(".moved")).ToHaveCountAsync(4);
        await Expect(rows.Nth(0).Locator(".moved")).ToHaveAttributeAsync("data-direction", "up");
        await Expect(rows.Nth(2).Locator(".moved")).ToHaveAttributeAsync("data-direction", "down");
        await Expect(rows.Nth(1).Locator("use").First).ToHaveAttributeAsync("href", "/storefront/drawings.svg#kettle");
        await Expect(rows.Nth(3).Locator("use[href]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Rank", "ascending", "Pour-Over Kit", "hat")]
    [InlineData("Product", "ascending", "Chemex Classic", "Pour-Over Kit")]
    [InlineData("Views", "descending", "Gooseneck Kettle", "hat")]
    [InlineData("Adds", "descending", "Chemex Classic", "hat")]
    [InlineData("Orders", "descending", "Chemex Classic", "hat")]
    [InlineData("Revenue", "ascending", "hat", "Pour-Over Kit")]
    public async Task Each_column_sorts_by_the_keyboard_and_says_so(string column, string order, string first, string last)
    {
        await using var profile = await chromium.NewProfileAsync();
        var stage = await Stage.OpenAsync(profile, site);
        var names = stage.Page.Locator("[data-panel='products'] [data-name]");

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = column, Exact = true }).FocusAsync();
        await stage.Page.Keyboard.PressAsync("Enter");
        await stage.ShowAsync(Frames.Next());

        await Expect(names.First).ToHaveTextAsync(first);
        await Expect(names.Last).ToHaveTextAsync(last);
        await Expect(stage.Page.Locator("[data-panel='products'] [aria-sort]")).ToHaveCountAsync(1);
        await Expect(stage.Page.GetByRole(AriaRole.Columnheader, new() { Name = column })).ToHaveAttributeAsync("aria-sort", order);

        await stage.Page.Keyboard.PressAsync("Enter");
        await Expect(names.First).ToHaveTextAsync(last);
    }
}
