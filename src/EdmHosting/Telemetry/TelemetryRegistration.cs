using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EdmHosting.Telemetry;

/// <summary>
/// What a program tells of itself by OpenTelemetry: its metrics to whoever asks at <c>/metrics</c>, and both metrics and traces to
/// the collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names. Without one nothing is traced.
/// </summary>
internal static class TelemetryRegistration
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Disabled = "OTEL_SDK_DISABLED", MetricsPath = "/metrics";

    private static readonly string[] Meters =
        [Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "System.Runtime"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<TelemetryOptions>("Telemetry", o => o.Check());
        var isExported = builder.HasCollector();
        if (builder.Configuration.IsTelemetryOff()) return;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(builder.Environment.ApplicationName, serviceVersion: HostingRegistration.Version)

                // Behind it: OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                // Two updates a request for what Kestrel's connections tell nearly as well.
                metrics.AddMeter(Meters).AddView("http.server.active_requests", MetricStreamConfiguration.Drop).AddPrometheusExporter();
                if (isExported) metrics.AddOtlpExporter();
            });
        if (!isExported) return;

        // Without baggage, which nobody here reads: to look for it would cost every request.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        telemetry.WithTracing(tracing => tracing
            .SetSampler(_ => new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SampleRatio)))
            .AddSource(Instruments.Name)
            .AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced)
            .AddOtlpExporter());
    }

    /// <summary>The metrics in Prometheus' text format.</summary>
    /// <returns>The endpoint; null where telemetry is off.</returns>
    public static IEndpointConventionBuilder? MapMetrics(this WebApplication app) =>
        app.Configuration.IsTelemetryOff() ? null : app.MapPrometheusScrapingEndpoint(MetricsPath).DisableHttpMetrics();

    /// <summary>Whoever looks whether a program is well is no visitor of it.</summary>
    private static bool IsTraced(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health") && !context.Request.Path.StartsWithSegments(MetricsPath);

    private static bool HasCollector(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } given) return false;
        if (Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return true;
        builder.Mistakes().Add($"{Endpoint}: '{given}' is not the address of a collector such as http://localhost:4317.");
        return false;
    }

    /// <summary>As OpenTelemetry has it: then its SDK does nothing at all.</summary>
    private static bool IsTelemetryOff(this IConfiguration configuration) =>
        string.Equals(configuration[Disabled], "true", StringComparison.OrdinalIgnoreCase);
}
