using System.Reflection;
using System.Text.Json.Serialization;
using EdmHosting.Access;
using EdmHosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Scalar.AspNetCore;
using Serilog;

namespace EdmHosting;

/// <summary>What every program here has in common: port, log, telemetry, clock, health, problem answers, its own description, a graceful stop.</summary>
public static class HostingRegistration
{
    /// <summary>The version that was built, with the commit where it is known.</summary>
    public static string Version { get; } =
        typeof(HostingRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="builder">The program being built.</param>
    /// <param name="port">The port on localhost when neither <c>PORT</c> nor ASP.NET Core's own settings name an address.</param>
    public static void AddHosting(this WebApplicationBuilder builder, int port)
    {
        builder.Mistakes();
        builder.ListenOn(port);
        builder.AddLog();
        builder.AddAccess();
        builder.AddTelemetry();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();

        // Numbers are numbers: the default also reads them from texts, and every schema would say so.
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        builder.Services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = builder.Environment.ApplicationName;
            document.Info.Version = Version;
            return Task.CompletedTask;
        }));

        // Five seconds less than the 30 that container platforms wait before they kill.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
    }

    /// <summary>The middleware around every endpoint. Call it before the endpoints are mapped.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseWebHeaders();
        app.UseAccess();
    }

    /// <summary>Health, metrics, and the OpenAPI document with a page to try it in Development.</summary>
    public static void MapHosting(this WebApplication app)
    {
        app.MapHealth();
        app.MapMetrics()?.ForViewers();
        app.MapOpenApi();
        if (app.Environment.IsDevelopment()) app.MapScalarApiReference("/scalar");
    }

    private static void ListenOn(this WebApplicationBuilder builder, int port)
    {
        if (ListenAddress.Own(builder.Configuration, port, builder.Mistakes()) is { } address) builder.WebHost.UseUrls(address);
    }
}
