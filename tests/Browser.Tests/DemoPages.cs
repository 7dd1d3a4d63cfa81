using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>How tests of the pages begin.</summary>
internal static class DemoPages
{
    /// <summary>Opens a page of the demo in a new tab of a desk's size.</summary>
    public static async Task<IPage> OpenPageAsync(this IBrowserContext profile, RunningService demo, string path = "dashboard")
    {
        var page = await profile.NewPageAsync();
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(new Uri(demo.Address, path).ToString());
        return page;
    }

    /// <summary>Posts one visitor's click on a button, as soon as events are taken.</summary>
    public static async Task PostClickAsync(this RunningService demo, string button)
    {
        using var http = new HttpClient();
        var click = new { type = "click", uuid = "ada", properties = new { button_id = button } };
        await Eventually.TrueAsync(
            async () => (await http.PostAsJsonAsync(new Uri(demo.Address, "events"), click, TestContext.Current.CancellationToken)).IsSuccessStatusCode,
            TimeSpan.FromSeconds(60));
    }
}
