using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace EdmWeb.Tests.Forward;

public class ForwardTests
{
    private const string Key = "a key that is long enough";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("POST", "events", "relay")]
    [InlineData("OPTIONS", "events", "relay")]
    [InlineData("POST", "v1/track", "relay")]
    [InlineData("POST", "v1/t", "relay")]
    [InlineData("POST", "produceClickMessage", "relay")]
    [InlineData("POST", "producePageLoad", "relay")]
    [InlineData("GET", "live/snapshot", "stream")]
    [InlineData("GET", "live/rejected", "stream")]
    [InlineData("GET", "api/clickCount", "stats")]
    [InlineData("GET", "api/history/series?metric=clicks", "stats")]
    public async Task Each_question_reaches_the_service_that_it_is_for(string method, string path, string service)
    {
        await using var relay = await StandIn.StartAsync("relay");
        await using var stream = await StandIn.StartAsync("stream");
        await using var stats = await StandIn.StartAsync("stats");
        await using var web = await StartAsync(("Web__Relay", relay.Address), ("Web__Stream", stream.Address), ("Web__Stats", stats.Address));
        using var http = new HttpClient { BaseAddress = web.Address };
        using var question = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await http.SendAsync(question, TestContext.Current.CancellationToken);

        Assert.Equal($"{service}: {method} /{path}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_service_is_told_which_host_was_asked_and_by_whom()
    {
        await using var relay = await StandIn.StartAsync("relay");
        await using var web = await StartAsync(("Web__Relay", relay.Address));
        using var http = new HttpClient { BaseAddress = web.Address };

        using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);

        Assert.Equal(web.Address.Authority, relay.Heard!["Host"]);
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(relay.Heard["X-Forwarded-For"]!)));
        Assert.Equal("http", relay.Heard["X-Forwarded-Proto"]);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_dashboards_line_goes_through()
    {
        await using var stream = await StandIn.StartAsync("stream");
        await using var web = await StartAsync(("Web__Stream", stream.Address));
        using var line = new ClientWebSocket();

        await line.ConnectAsync(new UriBuilder(web.Address) { Scheme = "ws", Path = "live" }.Uri, TestContext.Current.CancellationToken);

        await line.SendAsync("ping"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var heard = new byte[16];
        var result = await line.ReceiveAsync(heard, TestContext.Current.CancellationToken);
        Assert.Equal("ping", Encoding.UTF8.GetString(heard, 0, result.Count));
    }

    [Theory]
    [InlineData("live/snapshot")]
    [InlineData("live")]
    [InlineData("api/clickCount")]
    public async Task A_stranger_does_not_even_reach_the_service(string path)
    {
        await using var behind = await StandIn.StartAsync("behind");
        await using var web = await StartAsync(("Web__Stream", behind.Address), ("Web__Stats", behind.Address), ("Access__ViewerKey", Key));
        using var http = new HttpClient { BaseAddress = web.Address };

        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(behind.Heard);
    }

    [Fact]
    public async Task Shoppers_need_no_key()
    {
        await using var relay = await StandIn.StartAsync("relay");
        await using var web = await StartAsync(("Web__Relay", relay.Address), ("Access__ViewerKey", Key));
        using var http = new HttpClient { BaseAddress = web.Address };
        using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_instance_that_is_not_ready_is_asked_no_more_and_asked_again_when_it_is()
    {
        await using var one = await StandIn.StartAsync("one");
        await using var two = await StandIn.StartAsync("two");
        await using var web = await StartAsync(("Web__Relay", $"{one.Address},{two.Address}"));
        await Eventually.TrueAsync(async () => await WhoAnswersAsync(web) is ["one", "two"], Soon);

        one.IsReady = false;
        await Eventually.TrueAsync(async () => await WhoAnswersAsync(web) is ["two"], Soon);

        one.IsReady = true;
        await Eventually.TrueAsync(async () => await WhoAnswersAsync(web) is ["one", "two"], Soon);
    }

    [Fact]
    public async Task Where_nothing_is_ready_the_service_itself_says_why()
    {
        await using var only = await StandIn.StartAsync("only");
        await using var web = await StartAsync(("Web__Relay", only.Address));
        only.IsReady = false;
        var asked = only.Probes;
        await Eventually.TrueAsync(() => only.Probes >= asked + 3, Soon);

        Assert.Equal(["only"], await WhoAnswersAsync(web));
    }

    [Fact]
    public async Task Where_nothing_listens_the_sender_is_told_to_send_again()
    {
        await using var web = await StartAsync(("Web__Relay", "http://127.0.0.1:1"));
        using var http = new HttpClient { BaseAddress = web.Address };
        using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 502, 504);
    }

    [Fact]
    public async Task An_instance_whose_machine_is_gone_keeps_nobody_waiting_for_long()
    {
        using var gone = new DeafAddress();
        await using var web = await StartAsync(("Web__Relay", gone.Address));
        using var http = new HttpClient { BaseAddress = web.Address, Timeout = TimeSpan.FromSeconds(10) };
        using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);
        Assert.InRange((int)answer.StatusCode, 502, 504);
    }

    [Fact]
    public async Task The_dashboard_hears_that_there_is_history_where_it_is_forwarded_to()
    {
        await using var web = await StartAsync(("Web__Stats", "http://127.0.0.1:1"));
        using var http = new HttpClient { BaseAddress = web.Address };
        Assert.Contains("\"history\":true", await http.GetStringAsync("dashboard/settings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stream", "stream:5082")]
    [InlineData("Stats", "http://one:5083,two:5083")]
    public async Task What_is_no_address_stops_the_start_and_is_named(string key, string value)
    {
        var (exitCode, printed) = await ServiceProcess.RunToEndAsync("EdmWeb", ($"Web__{key}", value));
        Assert.Equal(2, exitCode);
        Assert.Contains(printed, line => line.StartsWith($"Web:{key}: '{value.Split(',')[^1]}' is not an address", StringComparison.Ordinal));
    }

    private static Task<InProcessService> StartAsync(params (string, string?)[] settings) => InProcessService.StartAsync("EdmWeb", settings);

    private static async Task<string[]> WhoAnswersAsync(RunningService web)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        var answers = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await http.PostAsync("events", null, TestContext.Current.CancellationToken);
            answers.Add((await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(':')[0]);
        }

        return [.. answers.Distinct().Order(StringComparer.Ordinal)];
    }
}
