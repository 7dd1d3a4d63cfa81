using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Browser.Tests;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Stack.Tests;

/// <summary>The stack of containers, as <c>terraform/local</c> stands it up and takes it down.</summary>
public sealed class LocalStackTests(Chromium chromium)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // One test for many things: it takes minutes to build the images, and what follows needs what went before.
    [Fact]
    public async Task It_counts_right_through_the_death_of_every_container_changes_only_what_it_is_told_to_and_leaves_nothing()
    {
        Need.Browser();
        await using var stack = await LocalStack.ApplyAsync();
        Assert.True(await stack.IsHealthyAsync());
        Assert.False(await stack.HasChangesAsync());

        await ShoppersAreCountedThroughDeathsAsync(stack);
        await AnEventIsCountedAsync(stack);
        await AClickMakesTheBarGrowAsync(stack);
        await AnotherPortChangesTheShopAloneAsync(stack);

        await stack.DestroyAsync();
        Assert.Empty(await stack.LeftAsync());
    }

    private static async Task ShoppersAreCountedThroughDeathsAsync(LocalStack stack)
    {
        using var shopping = new Shopping(stack.Shop, rate: 30, shoppers: 30, seed: 7, "30m", TestContext.Current.CancellationToken);
        foreach (var service in LocalStack.Services)
        {
            await stack.KillAsync(service);
            await Eventually.TrueAsync(stack.IsHealthyAsync, Patience, () => $"after {service} was killed");
        }

        await shopping.EndAsync();

        // Seen through the shop's own address.
        Assert.Contains("figures are the truth", await shopping.ShowsAsync(stack.Shop, Patience), StringComparison.Ordinal);
    }

    private static async Task AnEventIsCountedAsync(LocalStack stack)
    {
        var stop = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = stack.Shop };
        var before = await ClicksAsync(http);

        using var answer = await http.PostAsJsonAsync("events", new { type = "click", uuid = "visitor-1", properties = new { button_id = "browse-kits" } }, stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually.EqualAsync(before + 1, () => ClicksAsync(http), Patience);
    }

    private static async Task<int> ClicksAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonElement>("live/snapshot?window=60", TestContext.Current.CancellationToken))
            .GetProperty("figures").GetProperty("clicks").GetProperty("value").GetInt32();

    private async Task AClickMakesTheBarGrowAsync(LocalStack stack)
    {
        await using var profile = await chromium.NewProfileAsync();
        var dashboard = await profile.NewPageAsync();
        await dashboard.GotoAsync(new Uri(stack.Shop, "dashboard").ToString());
        var bar = dashboard.Locator("[data-panel='buttons'] [data-key='browse-kits'] [data-count]");
        await Expect(bar).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("[1-9]"));
        var before = int.Parse(await bar.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var shop = await profile.NewPageAsync();
        await shop.GotoAsync(stack.Shop.ToString());
        await shop.Locator("[data-edm-click='browse-kits']").First.ClickAsync();

        await Expect(bar).ToHaveTextAsync($"{before + 1}");
    }

    private static async Task AnotherPortChangesTheShopAloneAsync(LocalStack stack)
    {
        var before = await stack.ContainersAsync();

        await stack.MoveShopAsync();

        var after = await stack.ContainersAsync();
        Assert.Equal(["web"], LocalStack.Services.Where(service => before[service] != after[service]));
        Assert.False(await stack.HasChangesAsync());
        using var http = new HttpClient { BaseAddress = stack.Shop };
        using var answer = await http.GetAsync("health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
