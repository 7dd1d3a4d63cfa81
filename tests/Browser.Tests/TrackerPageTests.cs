using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The tracker's own page: what is copied from it, and loaded from it.</summary>
public partial class TrackerPageTests(Chromium chromium, Demo shared)
{
    [Fact]
    public async Task What_is_copied_names_this_demo()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await profile.OpenPageAsync(demo, "tracker");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the tag" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied" })).ToBeVisibleAsync();
        var origin = demo.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(
            $"<script src=\"{origin}/tracker/edm.js\" data-endpoint=\"{origin}/events\" data-write-key=\"your-write-key\" defer></script>",
            Spaces().Replace(await page.EvaluateAsync<string>("navigator.clipboard.readText()"), " "));
    }

    [Fact]
    public async Task It_can_be_read_without_JavaScript()
    {
        var demo = await shared.RunningAsync();
        await using var profile = await chromium.NewProfileAsync(new() { JavaScriptEnabled = false });
        var page = await profile.OpenPageAsync(demo, "tracker");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Limits" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_of_another_origin_imports_the_tracker()
    {
        var demo = await shared.RunningAsync();
        await using var shop = await InProcessService.StartAsync("EdmWeb");
        await using var profile = await chromium.NewProfileAsync(new() { BypassCSP = true });
        var page = await profile.OpenPageAsync(shop, "dashboard");

        var module = new Uri(demo.Address, "tracker/edm.mjs");

        Assert.Equal("function", await page.EvaluateAsync<string>($"import('{module}').then(({{ default: edm }}) => typeof edm.track)"));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
