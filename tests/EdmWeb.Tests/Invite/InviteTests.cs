using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EdmWeb.Tests.Invite;

public class InviteTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Ten_shoppers_come_when_they_are_called_and_what_they_do_goes_to_the_relay()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        await using var web = await StartAsync(("Web__DemoShoppers", "true"), ("Web__Relay", relay.Address.AbsoluteUri));
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        using var answer = await CallAsync(web);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var invited = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(10, invited.GetProperty("shoppers").GetInt32());
        Assert.InRange(invited.GetProperty("until").GetInt64() - before, 120_000, 150_000);
        await Eventually.TrueAsync(() => relay.Accepted.Count >= 20, Soon, () => $"{relay.Accepted.Count} events");
    }

    [Fact]
    public async Task While_they_are_in_no_others_are_let_in()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        await using var web = await StartAsync(("Web__DemoShoppers", "true"), ("Web__Relay", relay.Address.AbsoluteUri));
        using var first = await CallAsync(web);
        using var second = await CallAsync(web);
        var inside = await first.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var problem = await second.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (second.StatusCode, second.Content.Headers.ContentType!.MediaType));
        Assert.Equal(inside.GetProperty("until").GetInt64(), problem.GetProperty("until").GetInt64());
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_does_not_wait_until_they_leave_by_themselves()
    {
        await using var relay = await ScriptedRelay.StartAsync();
        await using var web = await ServiceProcess.StartAsync("EdmWeb", ("Web__DemoShoppers", "true"), ("Web__Relay", relay.Address.AbsoluteUri));
        (await CallAsync(web)).Dispose();
        await Eventually.TrueAsync(() => relay.Accepted.Count > 0, Soon);
        Assert.Equal(0, await web.StopAsync());
        Assert.Contains(web.Printed, line => line.Contains("The shoppers left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_another_host_cannot_call_them()
    {
        await using var web = await StartAsync(("Web__DemoShoppers", "true"));
        using var foreign = await CallAsync(web, "https://elsewhere.example");
        using var own = await CallAsync(web, web.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Accepted), (foreign.StatusCode, own.StatusCode));
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", "true", true)]
    public async Task They_can_be_called_in_development_or_where_it_is_set(string environment, string? setting, bool come)
    {
        await using var web = await StartAsync(("ASPNETCORE_ENVIRONMENT", environment), ("Web__DemoShoppers", setting));
        using var answer = await CallAsync(web);
        Assert.Equal(come ? HttpStatusCode.Accepted : HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_relay_that_is_no_address_stops_the_start_and_is_named()
    {
        var (exitCode, printed) = await ServiceProcess.RunToEndAsync("EdmWeb", ("Web__Relay", "relay:5081"));
        Assert.NotEqual(0, exitCode);
        Assert.Contains(printed, line => line.Contains("Web:Relay: 'relay:5081' is not an address", StringComparison.Ordinal));
    }

    private static Task<InProcessService> StartAsync(params (string, string?)[] settings) => InProcessService.StartAsync("EdmWeb", settings);

    private static async Task<HttpResponseMessage> CallAsync(RunningService web, string? origin = null)
    {
        using var http = new HttpClient { BaseAddress = web.Address };
        using var call = new HttpRequestMessage(HttpMethod.Post, "demo/shoppers");
        if (origin is not null) call.Headers.Add("Origin", origin);
        return await http.SendAsync(call, TestContext.Current.CancellationToken);
    }
}
