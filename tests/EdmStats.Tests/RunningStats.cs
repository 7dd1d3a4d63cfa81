using System.Text.Json;
using EdmKafka;
using EdmStats.Persist;
using EdmStats.Tables;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EdmStats.Tests;

/// <summary>The service on a test's own history, for questions: its clock stands still, and it has no brokers to read from.</summary>
internal sealed class RunningStats : IAsyncDisposable
{
    /// <summary>What the service's clock says.</summary>
    public static readonly DateTimeOffset Now = new(2030, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Program _program;
    private readonly HttpClient _http;

    private RunningStats(string databaseUrl, string environment)
    {
        _program = new Program(databaseUrl, environment, Clock);
        _http = _program.CreateClient();
    }

    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>A service that has found its tables.</summary>
    public static async Task<RunningStats> OnAsync(TestHistory history)
    {
        var stats = Unready(history.Url);
        await stats._program.Services.GetRequiredService<TableSetup>().Ready.WaitAsync(TestContext.Current.CancellationToken);
        return stats;
    }

    /// <summary>A service that may never find any tables.</summary>
    public static RunningStats Unready(string databaseUrl, string environment = "Production") => new(databaseUrl, environment);

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The body of an answer of 200.</summary>
    public async Task<string> TextAsync(string path)
    {
        var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return text;
    }

    /// <summary>The body of an answer of 200.</summary>
    public async Task<JsonElement> JsonAsync(string path) => JsonElement.Parse(await TextAsync(path));

    /// <summary>The mistakes of an answer of 400, by parameter.</summary>
    public async Task<JsonElement> MistakesAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal((400, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("errors");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    private sealed class Program(string databaseUrl, string environment, TimeProvider clock) : WebApplicationFactory<StatsOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) =>
            builder.UseEnvironment(environment)
                .UseSetting("Access:Open", "true")
                .UseSetting("DATABASE_URL", databaseUrl)
                .UseSetting("KAFKA_URL", "kafka://127.0.0.1:1")
                .ConfigureServices(services =>
                {
                    services.AddSingleton(clock);

                    // What a test wrote is asked for, however old it is, and nobody waits for brokers that are not there.
                    foreach (var background in services.Where(IsBackground).ToList()) services.Remove(background);
                });

        private static bool IsBackground(ServiceDescriptor service) =>
            service.ServiceType == typeof(IHostedService)
            && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType!).Assembly is var from
            && (from == typeof(TopicSetup).Assembly || service.ImplementationType == typeof(Retention));
    }
}
