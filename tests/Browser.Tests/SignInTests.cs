using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The dashboard behind a key, as a person comes to it.</summary>
public class SignInTests(Chromium chromium)
{
    private const string Key = "a key that is long enough";

    [Fact]
    public async Task A_viewer_signs_in_sees_the_shop_live_and_signs_out()
    {
        Need.Browser();
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("Access__ViewerKey", Key));
        await demo.ReadyAsync();
        await using var profile = await chromium.NewProfileAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await profile.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Address, "dashboard").ToString());
        await Expect(page).ToHaveTitleAsync("Sign in · Fix Coffee");

        await SignInAsync(page, "a key of somebody else");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not the viewer key.");

        var complaints = new Complaints(page);
        await SignInAsync(page, Key);
        await Expect(page).ToHaveURLAsync(new Uri(demo.Address, "dashboard").ToString());
        await Expect(page.Locator("[data-badge]")).Not.ToContainTextAsync("first frame");
        Assert.Empty(complaints.Heard);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(demo.Address.ToString());
        await page.GotoAsync(new Uri(demo.Address, "dashboard").ToString());
        await Expect(page).ToHaveTitleAsync("Sign in · Fix Coffee");
    }

    [Fact]
    public async Task A_viewer_who_is_let_in_no_more_is_asked_to_sign_in_and_comes_back_to_where_he_was()
    {
        Need.Browser();
        await using var demo = await InProcessService.StartAsync("EdmDemo", ("Access__ViewerKey", Key));
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.NewPageAsync();
        await page.GotoAsync(new Uri(demo.Address, "login?to=/dashboard").ToString());
        await SignInAsync(page, Key);
        await Expect(page.Locator("[data-badge]")).Not.ToContainTextAsync("first frame");

        await profile.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).First.ClickAsync();

        await Expect(page).ToHaveTitleAsync("Sign in · Fix Coffee");
        await SignInAsync(page, Key);
        await Expect(page).ToHaveURLAsync(new Uri(demo.Address, "dashboard#history").ToString());
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_page_to_sign_in()
    {
        Need.Browser();
        await using var web = await InProcessService.StartAsync("EdmWeb", ("Access__ViewerKey", Key));
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var page = await profile.NewPageAsync();
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync(new Uri(web.Address, "login").ToString());
        await SignInAsync(page, "a key of somebody else");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not the viewer key.");

        Assert.Empty(await page.FindingsAsync());
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static async Task SignInAsync(IPage page, string key)
    {
        await page.GetByLabel("Viewer key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
