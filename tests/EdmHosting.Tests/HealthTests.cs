using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmHosting.Tests;

public class HealthTests
{
    private const string Version = "version", Status = "status";

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_says_the_version_that_was_built(string path)
    {
        var (code, health) = await AskAsync(path, HealthCheckResult.Healthy());

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal("Healthy", health.GetProperty(Status).GetString());
        Assert.Equal(
            typeof(HostingRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            health.GetProperty(Version).GetString());
    }

    [Fact]
    public async Task A_program_that_cannot_work_is_not_ready_and_says_why()
    {
        var (code, health) = await AskAsync("/health/ready", HealthCheckResult.Unhealthy("the brokers are away"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Equal(
            """{"part":{"status":"Unhealthy","description":"the brokers are away"}}""",
            health.GetProperty("checks").GetRawText());
    }

    [Fact]
    public async Task A_program_that_cannot_work_is_alive_all_the_same()
    {
        var (code, health) = await AskAsync("/health/live", HealthCheckResult.Unhealthy("the brokers are away"));

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal("{}", health.GetProperty("checks").GetRawText());
    }

    private static async Task<(HttpStatusCode Code, JsonElement Health)> AskAsync(string path, HealthCheckResult part)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = SmallProgram.Build(builder => builder.Services.AddHealthChecks().AddCheck("part", () => part));
        await app.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), stop);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(stop));
    }
}
