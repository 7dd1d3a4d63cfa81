using EdmHosting;
using EdmKafka;
using EdmStream.Pipeline;
using EdmStream.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Pipeline;

/// <summary>The watching with brokers and a clock in the test's hand.</summary>
internal sealed class Watching : ILogger<PipelineFeed>, IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<IAsyncEnumerator<PipelineView>> _viewers = [];
    private readonly LiveFeed _moments = new();

    public Watching()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["KAFKA_BOOTSTRAP_SERVERS"] = "127.0.0.1:1";
        var settings = KafkaSettings.Read(builder.Configuration, builder.Mistakes());
        var maker = new PipelineMaker(settings, _moments, new FrameStream(_moments, new FrameDeltas(), Time), Time);
        Feed = new PipelineFeed(Open, new PipelineGroups(FakeFacts.LiveGroup, FakeFacts.HistoryGroup), maker, Time, this);
    }

    public FakeTimeProvider Time { get; } = new();

    public PipelineFeed Feed { get; }

    public FakeFacts Facts { get; } = new();

    /// <summary>How often the brokers were turned to.</summary>
    public int Opened { get; private set; }

    public List<string> Said { get; } = [];

    public IAsyncEnumerator<PipelineView> NewViewer()
    {
        var viewer = Feed.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        _viewers.Add(viewer);
        return viewer;
    }

    /// <summary>The viewer's next view, which comes at once for the first one, and after a beat for the others.</summary>
    public static async Task<PipelineView> NextAsync(IAsyncEnumerator<PipelineView> viewer)
    {
        Assert.True(await viewer.MoveNextAsync().AsTask().WaitAsync(Patience, TimeProvider.System));
        return viewer.Current;
    }

    public async Task<PipelineView> NextAfterBeatAsync(IAsyncEnumerator<PipelineView> viewer)
    {
        Time.Advance(PipelineFeed.Beat);
        return await NextAsync(viewer);
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Said.Add(formatter(state, exception));

    public async ValueTask DisposeAsync()
    {
        foreach (var viewer in _viewers) await viewer.DisposeAsync();
    }

    private FakeFacts Open()
    {
        Opened++;
        return Facts;
    }
}
