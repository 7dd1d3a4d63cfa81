using System.Net.Http.Json;
using System.Text.Json;

namespace EdmWeb.Tests.Serve;

public class DashboardSettingsTests
{
    [Theory]
    [InlineData(null, "UTC")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata")]
    public async Task The_dashboard_is_told_the_shops_time_zone_and_asks_anew_at_every_visit(string? said, string told)
    {
        await using var web = await InProcessService.StartAsync("EdmWeb", said is null ? [] : [("Web__TimeZone", said)]);
        using var http = new HttpClient { BaseAddress = web.Address };

        using var answer = await http.GetAsync("dashboard/settings", TestContext.Current.CancellationToken);

        var settings = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(told, settings.GetProperty("timeZone").GetString());
        Assert.False(settings.GetProperty("history").GetBoolean());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("Berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("")]
    public async Task A_zone_that_browsers_do_not_know_stops_the_start_and_names_itself(string zone)
    {
        var (exitCode, printed) = await ServiceProcess.RunToEndAsync("EdmWeb", ("Web__TimeZone", zone));

        Assert.NotEqual(0, exitCode);
        Assert.Contains(printed, line => line.Contains($"Web:TimeZone: '{zone}' is not a time zone such as Europe/Berlin or UTC.", StringComparison.Ordinal));
    }
}
