using EdmContracts;
using EdmDemo.EmbeddedBroker;
using EdmHosting;
using EdmKafka;
using EdmStream.Consume;
using EdmStream.Pipeline;
using EdmStream.Push;
using EdmStream.Share;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdmStream.Tests.Pipeline;

/// <summary>A node that counts, and as many members of history's group beside it as the test wants.</summary>
internal sealed class WatchedNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;

    private WatchedNode(WebApplication app) => _app = app;

    public Uri Hub => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/live");

    /// <summary>Whether its clock is off, as it has found.</summary>
    public bool IsClockOff => _app.Services.GetRequiredService<ClockCheck>().IsOff;

    /// <param name="servers">Null for the embedded broker.</param>
    /// <param name="prefix">Of topics and groups.</param>
    /// <param name="historians">How many members history's group has.</param>
    /// <param name="time">The node's clock; null for the machine's.</param>
    /// <param name="forgets">Whether it leaves a record out.</param>
    public static async Task<WatchedNode> StartAsync(string? servers, string prefix, int historians = 0, TimeProvider? time = null, bool forgets = false)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["URLS"] = "http://127.0.0.1:0",
            ["Kafka:Prefix"] = prefix,
            ["Logging:LogLevel:Default"] = "Error",
        });
        if (servers is not null) builder.Configuration["Kafka:BootstrapServers"] = servers;
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddHosting(port: 0);
        builder.AddEmbeddedBroker();
        builder.AddKafka();
        builder.AddConsume();
        if (forgets)
        {
            builder.Services.Remove(builder.Services.Last(s => s.ServiceType == typeof(IHostedService)));
            builder.Services.AddSingleton<Forgetful>();
            builder.Services.AddConsumerLoop<Forgetful>(ConsumerGroups.Live);
        }

        builder.AddShare();
        builder.AddPush();
        builder.AddPipeline();
        builder.Services.AddTransient<Historian>();
        builder.Services.AddSingleton(new NeededTopic(Topics.Rejected, 1, TimeSpan.FromDays(30)));
        for (var i = 0; i < historians; i++) builder.Services.AddConsumerLoop<Historian>(ConsumerGroups.History);
        var app = builder.Build();
        app.MapPush();
        app.MapPipeline();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<TopicSetup>().Ready.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        return new WatchedNode(app);
    }

    /// <summary>The first view of which something holds.</summary>
    public async Task<PipelineView> ViewAsync(Predicate<PipelineView> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        PipelineView? last = null;
        try
        {
            await foreach (var view in _app.Services.GetRequiredService<PipelineFeed>().ReadAsync(patience.Token))
                if (holds(last = view)) return view;
        }
        catch (OperationCanceledException) when (last is not null)
        {
            Assert.Fail($"Last seen: {System.Text.Json.JsonSerializer.Serialize(last)}");
        }

        throw new InvalidOperationException("The stream of views ended.");
    }

    /// <summary>Writes a record of any topic; headers by their names.</summary>
    public async Task<Delivery> WriteAsync(string topic, byte[] value, params (string Name, string Value)[] headers)
    {
        using var batch = new RecordBatch(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var (name, text) in headers) batch.AddHeader(System.Text.Encoding.UTF8.GetBytes(name), System.Text.Encoding.UTF8.GetBytes(text));
        batch.AddAsItCame(topic, "visitor"u8, value);
        return (await _app.Services.GetRequiredService<RecordProducer>().ProduceAsync(batch)).Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Reads and forgets.</summary>
    private sealed class Historian : IPartitionReader
    {
        public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log) => partitions.ToDictionary(p => p, p => log.Bounds(p).Start);

        public void Take(scoped in ConsumedRecord record)
        {
        }

        public void Expire(LogPartition partition, long count)
        {
        }

        public void ReachEnd(LogPartition partition, long end)
        {
        }

        public void Beat()
        {
        }

        public void Release()
        {
        }
    }
}
