using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

public class EveryoneTests(Chromium chromium, Demo shared)
{
    [Theory]
    [InlineData("")]
    [InlineData("dashboard")]
    [InlineData("tracker")]
    public async Task Axe_finds_nothing(string path)
    {
        var demo = await shared.RunningAsync();
        await demo.PostClickAsync("browse-kits");
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var page = await OpenAsync(profile, demo, path);
        await Expect(page.Locator(Shown(path, "[data-event]")).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Assert.Empty(await page.FindingsAsync());
    }

    [Theory]
    [InlineData("", 390)]
    [InlineData("dashboard", 390)]
    [InlineData("", 1100)]
    [InlineData("dashboard", 760)]
    [InlineData("tracker", 390)]
    [InlineData("tracker", 760)]
    public async Task No_page_scrolls_sideways(string path, int width)
    {
        var demo = await shared.RunningAsync();
        await demo.PostClickAsync("browse-kits");
        await using var profile = await chromium.NewProfileAsync();
        var page = await OpenAsync(profile, demo, path);
        await page.SetViewportSizeAsync(width, 844);
        await Expect(page.Locator(Shown(path, "[data-tile='clicks']")).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_theme_switch_is_remembered()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync(new() { ColorScheme = ColorScheme.Light });
        var page = await profile.OpenPageAsync(demo);
        var root = page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");

        await page.Locator("[data-theme-switch]").First.ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await page.GotoAsync(demo.Address.ToString());
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData("")]
    [InlineData("dashboard")]
    [InlineData("tracker")]
    public async Task Every_page_refuses_foreign_script_and_markup_from_strings(string path)
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.NewPageAsync();

        var answer = await page.GotoAsync(new Uri(demo.Address, path).ToString());

        var policy = answer!.Headers["content-security-policy"];
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'; trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("() => { try { document.body.innerHTML = '<b>x</b>'; return true; } catch { return false; } }"));
    }

    /// <summary>The tracker's page shows what is answered from when it listens: perhaps not yet the answer for its own load.</summary>
    private static async Task<IPage> OpenAsync(IBrowserContext profile, RunningService demo, string path)
    {
        var page = await profile.OpenPageAsync(demo, path);
        if (path == "tracker") await page.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        return page;
    }

    /// <summary>What is there when the page's own script has shown something.</summary>
    private static string Shown(string path, string onTheDashboard) => path switch
    {
        "" => "[data-edm-click='add-to-cart']",
        "tracker" => "#sent [data-state='answered']",
        _ => onTheDashboard,
    };
}
