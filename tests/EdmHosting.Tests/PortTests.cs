using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace EdmHosting.Tests;

public class PortTests
{
    [Theory]
    [InlineData("", "http://localhost:5080")]
    [InlineData("PORT=", "http://localhost:5080")]
    [InlineData("PORT=8081", "http://*:8081")]
    [InlineData("PORT=0", "http://*:0")]
    [InlineData("PORT=8081;URLS=http://localhost:7000", "http://*:8081")]
    [InlineData("URLS=http://localhost:7000", "http://localhost:7000")]
    [InlineData("HTTP_PORTS=8080", null)]
    public void The_first_of_PORT_the_framework_s_own_settings_and_the_default_says_where_it_listens(string settings, string? urls)
    {
        var builder = Builder(settings);

        builder.AddHosting(port: 5080);

        Assert.Equal(urls, builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey));
        Assert.Empty(builder.Mistakes().Found);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("80 ")]
    public void A_port_that_is_none_is_a_mistake(string port)
    {
        var builder = Builder($"PORT={port}");

        builder.AddHosting(port: 5080);

        Assert.Equal([$"PORT: '{port}' is not a port (0 to 65535)."], builder.Mistakes().Found);
    }

    [Fact]
    public async Task It_listens_where_PORT_says()
    {
        await using var app = SmallProgram.Build(("PORT", "0"));
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("http://[::]:", Assert.Single(app.Urls), StringComparison.Ordinal);
    }

    private static WebApplicationBuilder Builder(string settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).ToDictionary(s => s[0], s => (string?)s[1]));
        return builder;
    }
}
