using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdmHosting.Tests;

/// <summary>The smallest program: hosting alone, with settings in memory and on a port of its own.</summary>
internal static class SmallProgram
{
    public static WebApplication Build(Action<WebApplicationBuilder> more, params (string Key, string Value)[] settings)
    {
        var environment = settings.Where(s => s.Key == "ENVIRONMENT").Select(s => s.Value).FirstOrDefault("Development");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });

        // What the machine's environment says is none of the tests' business.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("URLS", "http://127.0.0.1:0")]);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.AddHosting(port: 5080);
        builder.Services.AddSingleton(LoggerFactory.Create(_ => { }));
        more(builder);
        var app = builder.Build();
        app.UseHosting();
        app.MapHosting();
        return app;
    }

    public static WebApplication Build(params (string Key, string Value)[] settings) => Build(_ => { }, settings);
}
