using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Browser.Tests;

/// <summary>Segment's library for browsers, unchanged, on a page of another origin, with the relay as its host.</summary>
public class SegmentForBrowsersTests(Chromium chromium, SharedKafka kafka)
{
    [Theory]
    [InlineData("")]
    [InlineData("&batching")]
    public async Task What_a_page_says_by_Segments_library_lies_in_the_topics(string batching)
    {
        Need.Browser();
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var shop = await ShopAsync(await NpmPackages.SegmentAsync());
        await using var relay = await InProcessService.StartAsync(
            "EdmRelay", ("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix), ("Relay__WriteKeys", "shop-1"), ("Relay__AllowedOrigins", shop.Urls.Single()));
        await relay.ReadyAsync();

        await using var profile = await chromium.NewProfileAsync();
        var page = await profile.NewPageAsync();
        var answers = new List<string>();
        page.Response += (_, answer) =>
        {
            if (answer.Url.StartsWith(relay.Address.ToString(), StringComparison.Ordinal)) answers.Add($"{answer.Request.Method} {new Uri(answer.Url).AbsolutePath} {answer.Status}");
        };
        await page.GotoAsync($"{shop.Urls.Single()}/?relay=localhost:{relay.Address.Port}{batching}");

        await Eventually.PassesAsync(
            async () =>
            {
                var commerce = (await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-commerce")).Select(r => JsonElement.Parse(r.Message.Value)).ToList();
                var load = JsonElement.Parse(Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-pageload")).Message.Value);

                // Each call is a request of its own, and they overtake one another.
                Assert.Equal(["identify", "order_completed"], commerce.Select(r => r.GetProperty("type").GetString()).Order());
                Assert.Equal("Home", load.GetProperty("properties").GetProperty("description").GetString());
                Assert.StartsWith(shop.Urls.Single(), load.GetProperty("properties").GetProperty("url").GetString(), StringComparison.Ordinal);
                Assert.Contains("Chrome", load.GetProperty("properties").GetProperty("user_agent").GetString(), StringComparison.Ordinal);
                Assert.Single(commerce.Append(load).Select(r => r.GetProperty("uuid").GetString()).Distinct());
            },
            TimeSpan.FromSeconds(60));
        Assert.All(answers.Where(a => a.StartsWith("POST", StringComparison.Ordinal)), a => Assert.EndsWith(" 200", a, StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', answers));
    }

    private static async Task<WebApplication> ShopAsync(string packages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = builder.Build();
        shop.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(Path.Combine(Repository.Root, "tests", "Browser.Tests", "segment")) });
        shop.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(packages, "node_modules", "@segment", "analytics-next", "dist", "umd")),
            RequestPath = "/umd",
        });
        await shop.StartAsync(TestContext.Current.CancellationToken);
        return shop;
    }
}
