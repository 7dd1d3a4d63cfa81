using System.Text;
using EdmHosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka.Tests;

/// <summary>The smallest program that speaks with Kafka: the registrations of the services, settings in memory, and its log kept.</summary>
internal sealed class KafkaHost : IAsyncDisposable
{
    /// <summary>Far more than anything takes, for machines with much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public const string Group = "group";

    private readonly WebApplication _app;
    private readonly IHostApplicationLifetime _lifetime;

    private KafkaHost(WebApplication app, LogLines log)
    {
        _app = app;
        _lifetime = app.Lifetime;
        Log = log;
        Producer = app.Services.GetRequiredService<RecordProducer>();
        Brokers = app.Services.GetRequiredService<BrokerWatch>();
        Topics = app.Services.GetRequiredService<TopicSetup>();
        Records = app.Services.GetRequiredService<RecordLookup>();
        Ids = app.Services.GetRequiredService<LogIds>();
        End = app.RunToEndAsync();
    }

    public LogLines Log { get; }

    public RecordProducer Producer { get; }

    public BrokerWatch Brokers { get; }

    public TopicSetup Topics { get; }

    public RecordLookup Records { get; }

    public LogIds Ids { get; }

    /// <summary>What the brokers tell, by a client of its own; to be disposed of first.</summary>
    public ClusterFacts NewFacts(TimeProvider time) => ActivatorUtilities.CreateInstance<ClusterFacts>(_app.Services, time);

    /// <summary>The exit code, when the program has ended.</summary>
    public Task<int> End { get; }

    public static Task<KafkaHost> StartAsync(KafkaUnderTest kafka, IPartitionReader? reader = null, TimeProvider? time = null, NeededTopic? needs = null) =>
        StartAsync(reader, time, kafka.Settings, needs);

    public static Task<KafkaHost> StartAsync(IPartitionReader? reader, params (string Key, string Value)[] settings) =>
        StartAsync(reader, time: null, settings);

    private static async Task<KafkaHost> StartAsync(IPartitionReader? reader, TimeProvider? time, (string Key, string Value)[] settings, NeededTopic? needs = null)
    {
        var builder = WebApplication.CreateBuilder();

        // What the machine's environment says is none of the tests' business.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("URLS", "http://127.0.0.1:0")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        if (time is not null) builder.Services.AddSingleton(time);
        if (needs is not null) builder.Services.AddSingleton(needs);
        builder.AddHosting(port: 0);
        builder.AddKafka();
        var log = new LogLines();
        builder.Services.AddSingleton<ILoggerFactory>(log);
        if (reader is not null)
        {
            builder.Services.AddSingleton(reader);
            builder.Services.AddConsumerLoop<IPartitionReader>(Group);
        }

        var app = builder.Build();
        var started = new TaskCompletionSource();
        app.Lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        var host = new KafkaHost(app, log);
        await Task.WhenAny(started.Task, host.End).WaitAsync(Patience, TimeProvider.System);
        return host;
    }

    public Task ReadyAsync() => Topics.Ready.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public Task<Delivery> ProduceAsync(string topic, string key, string value) => ProduceAsync(topic, key, Encoding.UTF8.GetBytes(value));

    public async Task<Delivery> ProduceAsync(string topic, string key, byte[] value, string? traceParent = null)
    {
        using var batch = new RecordBatch(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        if (traceParent is not null) batch.AddHeader("traceparent"u8, Encoding.UTF8.GetBytes(traceParent));
        batch.Add(topic, Encoding.UTF8.GetBytes(key), value);
        return (await ProduceAsync(batch)).Single();
    }

    public Task<Delivery[]> ProduceAsync(RecordBatch batch) =>
        Producer.ProduceAsync(batch).WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public Task<HealthReport> HealthAsync() =>
        _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

    public LogStretches Stretches() => ActivatorUtilities.CreateInstance<LogStretches>(_app.Services);

    /// <summary>As SIGTERM stops it.</summary>
    public Task<int> StopAsync()
    {
        _lifetime.StopApplication();
        return End.WaitAsync(Patience, TimeProvider.System);
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
