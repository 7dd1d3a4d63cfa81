using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Browser.Tests;
using static Microsoft.Playwright.Assertions;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Stack.Tests;

/// <summary>The stack of containers, as <c>terraform/local</c> stands it up and takes it down.</summary>
public sealed class LocalStackTests(Chromium chromium) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-stack-book-").FullName;

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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task ShoppersAreCountedThroughDeathsAsync(LocalStack stack)
    {
        var stop = TestContext.Current.CancellationToken;
        var book = Path.Combine(_folder, "book.ndjson");
        var enough = new TaskCompletionSource();
        var shopping = Shopper(["--rate", "30", "--for", "30m", "--shoppers", "30", "--seed", "7", "--relay", stack.Shop.AbsoluteUri, "--book", book], enough.Task);
        foreach (var service in LocalStack.Services)
        {
            await stack.KillAsync(service);
            await Eventually.TrueAsync(stack.IsHealthyAsync, Patience, () => $"after {service} was killed");
        }

        enough.SetResult();
        var (exitCode, printed) = await shopping.WaitAsync(Patience, TimeProvider.System, stop);
        Assert.True(exitCode == 0, printed);

        // Digit for digit what the shoppers did, seen through the shop's own address.
        var compared = "";
        await Eventually.TrueAsync(
            async () =>
            {
                (exitCode, compared) = await Shopper(["truth", book, "--against", stack.Shop.AbsoluteUri], Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
                return exitCode == 0;
            },
            Patience, () => compared);
        Assert.Contains("figures are the truth", compared, StringComparison.Ordinal);
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

    private Task<(int ExitCode, string Printed)> Shopper(string[] arguments, Task enough) =>
        ProgramOutput.OfAsync("dotnet", [ServiceProcess.FileOf("EdmShopper"), .. arguments], _folder, enough, TestContext.Current.CancellationToken);
}
