using System.Net;

namespace EdmWeb.Tests.Serve;

public class PagesTests
{
    [Fact]
    public async Task The_pages_and_their_files_are_served_by_the_service_alone()
    {
        await using var web = await ServiceProcess.StartAsync("EdmWeb");
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

    [Fact]
    public async Task A_page_that_does_not_exist_is_not_found()
    {
        await using var web = await ServiceProcess.StartAsync("EdmWeb");
        using var http = new HttpClient { BaseAddress = web.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("nowhere", TestContext.Current.CancellationToken)).StatusCode);
    }
}
