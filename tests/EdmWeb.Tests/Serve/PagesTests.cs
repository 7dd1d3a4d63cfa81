using System.Net;

namespace EdmWeb.Tests.Serve;

public class PagesTests
{
    [Fact]
    public async Task The_pages_and_their_files_are_served_by_the_service_alone()
    {
        await using var web = await InProcessService.StartAsync("EdmWeb");
        using var http = new HttpClient { BaseAddress = web.Address };

        var found = new Dictionary<string, string?>();
        foreach (var path in new[] { "", "dashboard", "tracker", "tracker/edm.js", "look/tokens.css", "storefront/products.json", "lib/chart.js/chart.umd.min.js", "lib/@microsoft/signalr/signalr.min.js", "health/ready" })
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            found[path] = answer.Content.Headers.ContentType!.MediaType;
        }

        Assert.Equal("text/html", found[""]);
        Assert.Equal("text/html", found["dashboard"]);
        Assert.Equal("text/html", found["tracker"]);
        Assert.Equal("text/javascript", found["tracker/edm.js"]);
        Assert.Equal("text/css", found["look/tokens.css"]);
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("kits", HttpStatusCode.OK)]
    [InlineData("accessories", HttpStatusCode.OK)]
    [InlineData("p/chemex-6", HttpStatusCode.OK)]
    [InlineData("search?q=steel", HttpStatusCode.OK)]
    [InlineData("cart", HttpStatusCode.OK)]
    [InlineData("checkout", HttpStatusCode.OK)]
    [InlineData("thanks", HttpStatusCode.OK)]
    [InlineData("privacy", HttpStatusCode.OK)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    [InlineData("p/nothing", HttpStatusCode.NotFound)]
    [InlineData("p", HttpStatusCode.NotFound)]
    [InlineData("kits/more", HttpStatusCode.NotFound)]
    public async Task A_person_gets_the_shops_page_at_each_of_its_addresses_and_with_404_at_any_other(string path, HttpStatusCode expected)
    {
        var (status, text) = await AskAsync(path, "text/html,application/xhtml+xml,*/*;q=0.8");

        Assert.Equal(expected, status);
        Assert.Contains("<main id=\"main\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_asks_for_what_is_not_there_gets_no_page()
    {
        var (status, text) = await AskAsync("nowhere", "application/json");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain("<main", text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(string path, string accept)
    {
        await using var web = await InProcessService.StartAsync("EdmWeb");
        using var http = new HttpClient { BaseAddress = web.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
