using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmHosting.Tests;

/// <summary>They take standard error for themselves.</summary>
[Collection("standard error")]
public sealed class HealthCommandTests : IDisposable
{
    private readonly TextWriter _standardError = Console.Error;
    private readonly StringWriter _said = new();

    public HealthCommandTests() => Console.SetError(_said);

    public void Dispose() => Console.SetError(_standardError);

    [Theory]
    [InlineData("PORT")]
    [InlineData("HTTP_PORTS")]
    public async Task A_service_that_is_ready_is_0_and_no_word(string setting)
    {
        await using var app = await StartAsync(HealthCheckResult.Healthy());

        Assert.Equal(0, await AskAsync((setting, Port(app))));
        Assert.Empty(_said.ToString());
    }

    [Fact]
    public async Task Settings_may_stand_behind_the_verb()
    {
        await using var app = await StartAsync(HealthCheckResult.Healthy());

        Assert.Equal(0, await HealthCommand.RunAsync(["health", "--PORT", Port(app)], port: 1));
    }

    [Fact]
    public async Task One_that_is_not_ready_is_1_and_its_reason_in_one_line()
    {
        await using var app = await StartAsync(HealthCheckResult.Unhealthy("the brokers are away"));

        Assert.Equal(1, await AskAsync(("PORT", Port(app))));
        var line = Assert.Single(_said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"http://127.0.0.1:{Port(app)}/health/ready answered 503: ", line, StringComparison.Ordinal);
        Assert.Contains("the brokers are away", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_does_not_run_is_1_and_says_where_it_was_looked_for()
    {
        Assert.Equal(1, await AskAsync(("PORT", "1")));
        Assert.StartsWith("http://127.0.0.1:1/health/ready did not answer: ", _said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PORT=http", "PORT: 'http' is not a port (0 to 65535).")]
    [InlineData("PORT=0", "No http address with a port of its own is set: set PORT, or HTTP_PORTS.")]
    [InlineData("URLS=https://*:8443", "No http address with a port of its own is set: set PORT, or HTTP_PORTS.")]
    [InlineData("URLS=8080", "No http address with a port of its own is set: set PORT, or HTTP_PORTS.")]
    public async Task Settings_that_name_no_address_are_1_and_said(string setting, string said)
    {
        Assert.Equal(1, await AskAsync((setting.Split('=')[0], setting.Split('=')[1])));
        Assert.Equal(said, _said.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("", "http://localhost:5080/")]
    [InlineData("PORT=8081", "http://127.0.0.1:8081/")]
    [InlineData("HTTP_PORTS=8080;8081", "http://127.0.0.1:8080/")]
    [InlineData("URLS=https://*:8443;http://+:8082", "http://127.0.0.1:8082/")]
    [InlineData("URLS=http://[::]:8083", "http://127.0.0.1:8083/")]
    [InlineData("URLS=http://shop.test:8084", "http://shop.test:8084/")]
    public void It_asks_where_the_service_listens(string setting, string address)
    {
        var (settings, mistakes) = (new ConfigurationBuilder(), new SettingsMistakes());
        if (setting.Split('=') is [var key, var value]) settings.AddInMemoryCollection([new(key, value)]);

        Assert.Equal(address, ListenAddress.ToAsk(settings.Build(), port: 5080, mistakes)?.AbsoluteUri);
        Assert.Empty(mistakes.Found);
    }

    private static Task<int> AskAsync((string Key, string Value) setting) =>
        HealthCommand.AskAsync(new ConfigurationBuilder().AddInMemoryCollection([new(setting.Key, setting.Value)]).Build(), port: 1);

    private static string Port(WebApplication app) => new Uri(app.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture);

    private static async Task<WebApplication> StartAsync(HealthCheckResult part)
    {
        var app = SmallProgram.Build(builder => builder.Services.AddHealthChecks().AddCheck("part", () => part));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
