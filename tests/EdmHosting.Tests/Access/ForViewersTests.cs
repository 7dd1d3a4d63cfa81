using System.Net;
using System.Net.WebSockets;
using EdmHosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EdmHosting.Tests.Access;

public class ForViewersTests
{
    private const string Key = "a key that is long enough";

    [Fact]
    public async Task A_stranger_learns_how_to_get_in_and_nothing_else()
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));

        using var answer = await AskAsync(app, "/secret");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Authorization: Bearer", text, StringComparison.Ordinal);
        Assert.DoesNotContain("numbers", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_shows_the_key_itself()
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "/secret", ("Authorization", $"Bearer {Key}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, "/secret", ("Authorization", "Bearer guess"))).StatusCode);
    }

    [Fact]
    public async Task A_browser_shows_its_ticket()
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));
        var ticket = app.Services.GetRequiredService<ViewerGate>().Ticket();
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "/secret", ("Cookie", $"{ViewerCookie.Name}={ticket}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, "/secret", ("Cookie", $"{ViewerCookie.Name}={ticket}x"))).StatusCode);
    }

    [Fact]
    public async Task A_ticket_is_no_key_and_a_key_no_ticket()
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));
        var ticket = app.Services.GetRequiredService<ViewerGate>().Ticket();
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, "/secret", ("Authorization", $"Bearer {ticket}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(app, "/secret", ("Cookie", $"{ViewerCookie.Name}={Uri.EscapeDataString(Key)}"))).StatusCode);
    }

    [Fact]
    public async Task Who_guesses_is_soon_told_to_wait()
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));
        for (var i = 0; i < 10; i++) await AskAsync(app, "/secret", ("Authorization", $"Bearer guess {i}"));

        using var answer = await AskAsync(app, "/secret", ("Authorization", "Bearer guess 11"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), answer.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("Access:ViewerKey", Key)]
    [InlineData("Access:Open", "true")]
    public async Task A_page_of_another_host_sees_nothing_even_with_a_viewers_cookie(string setting, string value)
    {
        await using var app = await StartAsync((setting, value));
        var cookie = ("Cookie", $"{ViewerCookie.Name}={app.Services.GetRequiredService<ViewerGate>().Ticket()}");

        using var foreign = await AskAsync(app, "/secret", cookie, ("Origin", "https://elsewhere.example"));
        using var own = await AskAsync(app, "/secret", cookie, ("Origin", app.Urls.Single()));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (foreign.StatusCode, own.StatusCode));
        Assert.Contains("elsewhere.example", await foreign.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/open", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task What_is_for_everyone_asks_nobody_for_a_key(string path, HttpStatusCode expected)
    {
        await using var app = await StartAsync(("Access:ViewerKey", Key));

        // No try either: a wrong key in a request that needs none counts for nothing.
        for (var i = 0; i < 20; i++) Assert.Equal(expected, (await AskAsync(app, path, ("Authorization", "Bearer wrong"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "/secret", ("Authorization", $"Bearer {Key}"))).StatusCode);
    }

    [Fact]
    public async Task Only_so_many_dashboards_are_let_in_at_a_time()
    {
        await using var app = await StartAsync(("Access:Open", "true"), ("Access:MaxDashboards", "2"));
        using var one = await ConnectAsync(app);
        using var two = await ConnectAsync(app);

        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app));

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(app, "/secret")).StatusCode);
    }

    private static async Task<WebApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = SmallProgram.Build(settings);
        app.UseWebSockets();
        app.MapGet("/secret", () => "the numbers").ForViewers();
        app.MapGet("/open", () => "for everyone");
        app.MapGet("/line", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.ReceiveAsync(new byte[1], context.RequestAborted);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<ClientWebSocket> ConnectAsync(WebApplication app)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(app.Urls.Single()) { Scheme = "ws", Path = "line" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplication app, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
