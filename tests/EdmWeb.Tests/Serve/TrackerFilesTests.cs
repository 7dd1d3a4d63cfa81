using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace EdmWeb.Tests.Serve;

public class TrackerFilesTests
{
    private static readonly string[] Names = ["edm.js", "edm.mjs"];

    [Fact]
    public async Task Pages_of_other_shops_may_load_the_tracker_and_keep_it_for_an_hour()
    {
        await using var web = await InProcessService.StartAsync("EdmWeb");
        using var http = Browser(web);
        foreach (var name in Names)
        {
            using var answer = await http.GetAsync($"tracker/{name}", TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            AssertOpen(answer);
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        }
    }

    [Fact]
    public async Task A_browser_that_has_the_newest_version_is_told_so_and_keeps_it_for_another_hour()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var web = await InProcessService.StartAsync("EdmWeb");
        using var http = Browser(web);

        // A build, unlike what is published, packs its files again for each request, and knows no version of them.
        http.DefaultRequestHeaders.AcceptEncoding.Clear();
        foreach (var name in Names)
        {
            using var first = await http.GetAsync($"tracker/{name}", stop);
            http.DefaultRequestHeaders.IfNoneMatch.Clear();
            http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

            using var second = await http.GetAsync($"tracker/{name}", stop);

            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(stop));
            AssertOpen(second);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("dashboard")]
    [InlineData("tracker")]
    [InlineData("tracker/docs.js")]
    [InlineData("look/tokens.css")]
    [InlineData("storefront/products.json")]
    [InlineData("tracker/nothing.js")]
    public async Task Nothing_else_is_for_pages_of_other_shops(string path)
    {
        await using var web = await InProcessService.StartAsync("EdmWeb");
        using var http = Browser(web);

        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);

        foreach (var header in new[] { "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy", "Timing-Allow-Origin" })
            Assert.False(answer.Headers.Contains(header), header);
        Assert.NotEqual(true, answer.Headers.CacheControl?.Public);
    }

    [Fact]
    public void The_tracker_is_under_4_KB_as_its_page_says()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "EdmWeb", "wwwroot", "tracker", "edm.js")));

        Assert.InRange(packed.Length, 1, 4 * 1024);
    }

    private static HttpClient Browser(RunningService web)
    {
        var http = new HttpClient { BaseAddress = web.Address };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        http.DefaultRequestHeaders.Add("Origin", "https://shop.example");
        return http;
    }

    private static void AssertOpen(HttpResponseMessage answer)
    {
        Assert.Equal("public, max-age=3600", answer.Headers.CacheControl!.ToString());
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Timing-Allow-Origin")));
    }
}
