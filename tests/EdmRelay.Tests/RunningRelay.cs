using System.Text;
using EdmKafka;
using EdmRelay.Capture;
using EdmRelay.Publish;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EdmRelay.Tests;

/// <summary>
/// The relay as it is, on a real port, whose clock stands still; its settings name a Kafka that is not there. Unless the
/// test wants Kafka, what it would write goes to a <see cref="FakePublisher"/>.
/// </summary>
public sealed class RunningRelay : IAsyncDisposable
{
    public const string AllowedOrigin = "https://shop.example";

    /// <summary>What the relay's clock says, in milliseconds since 1970.</summary>
    public const long Now = 1_900_000_000_000;

    private readonly Program _program;
    private FakePublisher _publisher = new();

    public RunningRelay() : this([]) { }

    private RunningRelay(IEnumerable<(string Key, string Value)> settings, bool fake = true, string? logFile = null)
    {
        _program = new Program(
            [("KAFKA_URL", "kafka://127.0.0.1:1"), ("Relay:AllowedOrigins", AllowedOrigin), .. settings],
            logFile,
            services =>
            {
                if (!fake) return;
                services.AddSingleton<TimeProvider>(Clock);
                services.AddSingleton<IEventPublisher>(new PublisherOfTheTest(this));
            });
        // Without a port of its own: it would be set while the program, on its own thread, may have started already.
        _program.UseKestrel();
        _program.StartServer();
        Http = new HttpClient { BaseAddress = _program.ClientOptions.BaseAddress, Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Http { get; }

    internal FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(Now));

    /// <summary>A relay with settings of its own.</summary>
    internal static RunningRelay With(params (string Key, string Value)[] settings) => new(settings);

    /// <summary>A relay with the machine's clock and its own publisher.</summary>
    internal static RunningRelay OnKafka(params (string Key, string Value)[] settings) => new(settings, fake: false);

    /// <summary>A relay whose log, down to debugging, goes to a file as well.</summary>
    internal static RunningRelay LoggingTo(string file, params (string Key, string Value)[] settings) => new(settings, logFile: file);

    /// <summary>Takes the place of the publisher of the test before.</summary>
    internal FakePublisher FreshPublisher() => _publisher = new();

    internal Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _program.DisposeAsync();
    }

    private sealed class PublisherOfTheTest(RunningRelay relay) : IEventPublisher
    {
        public Task<Delivery[]> PublishAsync(RecordBatch batch, string? traceParent) => relay._publisher.PublishAsync(batch, traceParent);
    }

    private sealed class Program(IEnumerable<(string Key, string Value)> settings, string? logFile, Action<IServiceCollection> register)
        : WebApplicationFactory<RelayOptions>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production").UseSetting("Access:Open", "true").UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            if (logFile is not null) builder.ConfigureAppConfiguration(settings => settings.AddInMemoryCollection(LogTo(logFile)));
            builder.ConfigureServices(register);
        }

        private static Dictionary<string, string?> LogTo(string file) => new()
        {
            ["Serilog:Using:0"] = "Serilog.Sinks.File",
            ["Serilog:WriteTo:0:Name"] = "File",
            ["Serilog:WriteTo:0:Args:path"] = file,
            ["Serilog:MinimumLevel:Default"] = "Debug",
        };
    }
}
