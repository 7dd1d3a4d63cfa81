using System.Net;
using EdmHosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace EdmHosting.Tests.Telemetry;

/// <summary>By themselves: a program that ends takes with it the meters of all that run beside it in the same process.</summary>
/// <remarks>Source: open-telemetry/opentelemetry-dotnet#6412.</remarks>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class TelemetryTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("dotnet_gc_collections_total")]
    [InlineData("http_server_request_duration_seconds_bucket")]
    [InlineData("kestrel_active_connections")]
    public async Task A_program_shows_the_metrics_of_the_runtime_and_of_its_server(string name)
    {
        await MetricsAsync(until: $"\n{name}{{", "/openapi/v1.json");
    }

    [Fact]
    public async Task Whoever_looks_whether_it_is_well_is_not_counted_among_the_requests()
    {
        var metrics = await MetricsAsync(until: "http_route=\"/openapi/{documentName}.json\"", "/health/live", "/health/ready", "/metrics", "/openapi/v1.json");

        Assert.DoesNotContain("http_route=\"/health", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("http_route=\"/metrics", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_where_OpenTelemetry_is_switched_off()
    {
        await using var app = SmallProgram.Build(("OTEL_SDK_DISABLED", "true"), (Endpoint, "http://localhost:4317"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(Instruments.Spans.HasListeners());
    }

    [Fact]
    public async Task Spans_are_listened_to_only_where_there_is_a_collector()
    {
        await using (var app = SmallProgram.Build())
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            Assert.False(Instruments.Spans.HasListeners());
        }

        await using (var app = SmallProgram.Build((Endpoint, "http://localhost:1"), ("Telemetry:SampleRatio", "0")))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            Assert.True(Instruments.Spans.HasListeners());
        }

        Assert.False(Instruments.Spans.HasListeners());
    }

    [Theory]
    [InlineData("Telemetry:SampleRatio", "1.01", "Telemetry:SampleRatio: 0 for none of the traces, to 1 for all.")]
    [InlineData("Telemetry:SampleRatio", "-0.1", "Telemetry:SampleRatio: 0 for none of the traces, to 1 for all.")]
    [InlineData("Telemetry:SampleRatio", "NaN", "Telemetry:SampleRatio: 0 for none of the traces, to 1 for all.")]
    [InlineData("Telemetry:SampleRatio", "some", "Telemetry:SampleRatio: 'some' is not a number such as 0.01.")]
    [InlineData("Telemetry:Sample", "1", "Telemetry:Sample is not a setting. Telemetry has: SampleRatio.")]
    [InlineData(Endpoint, "localhost:4317", $"{Endpoint}: 'localhost:4317' is not the address of a collector such as http://localhost:4317.")]
    [InlineData(Endpoint, "collector", $"{Endpoint}: 'collector' is not the address of a collector such as http://localhost:4317.")]
    public async Task A_wrong_setting_names_itself(string key, string value, string mistake)
    {
        await using var app = SmallProgram.Build((key, value));

        Assert.Equal([mistake], app.Services.GetRequiredService<SettingsMistakes>().Found);
    }

    /// <summary>Asks one address after the other.</summary>
    /// <returns>The metrics, as soon as they tell of what must be in them: a request is counted after its answer was sent.</returns>
    private static async Task<string> MetricsAsync(string until, params string[] asked)
    {
        await using var app = SmallProgram.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var path in asked) (await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        var metrics = "";
        await Eventually.PassesAsync(
            async () =>
            {
                metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Contains(until, metrics, StringComparison.Ordinal);
            }, Soon);
        return metrics;
    }
}
