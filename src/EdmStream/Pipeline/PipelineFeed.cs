using System.Runtime.CompilerServices;
using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Pipeline;

/// <summary>
/// Watches the pipeline for all who look at it together: the brokers are asked once a second, and not at all while nobody
/// looks. Any thread may come and go.
/// </summary>
/// <param name="open">Begins to speak with the brokers.</param>
internal sealed class PipelineFeed(
    Func<IClusterFacts> open, PipelineGroups groups, PipelineMaker maker, TimeProvider time, ILogger<PipelineFeed> log) : IAsyncDisposable
{
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Watch? _watch;
    private int _viewers;

    /// <summary>A view at once, and then the newest each second, as fast as it is taken.</summary>
    public async IAsyncEnumerable<PipelineView> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watch = Join();
        try
        {
            for (PipelineView? last = null; ;)
            {
                var next = watch.Views.NewerAsync(last, cancellationToken);
                if (await Task.WhenAny(next, watch.End) == watch.End) await watch.End;
                yield return last = await next;
            }
        }
        finally
        {
            Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Watch? watch;
        lock (_gate) watch = _watch;
        if (watch is null) return;
        await watch.Stop.CancelAsync();
        await watch.End.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Watch Join()
    {
        lock (_gate)
        {
            if (_viewers++ > 0) return _watch!;
            _watch = new Watch();
            _watch.End = Task.Run(() => RunAsync(_watch.Views, _watch.Stop.Token));
            return _watch;
        }
    }

    private void Leave()
    {
        Watch watch;
        lock (_gate)
        {
            if (--_viewers > 0) return;
            (watch, _watch) = (_watch!, null);
        }

        watch.Stop.Cancel();
    }

    private async Task RunAsync(Newest<PipelineView> views, CancellationToken stopping)
    {
        await using var facts = open();
        var questions = new ClusterQuestions(facts, groups, time, log);
        using var timer = new PeriodicTimer(Beat, time);
        var asking = Task.CompletedTask;
        try
        {
            do
            {
                // What takes longer is in a later view.
                asking = questions.AskAsync();
                await Task.WhenAny(asking, Task.Delay(Beat, time, stopping));
                stopping.ThrowIfCancellationRequested();
                views.Publish(maker.Make(questions.View()));
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The client ends only when no question is under way.
            await asking;
        }
    }

    private sealed class Watch
    {
        public Newest<PipelineView> Views { get; } = new();

        public CancellationTokenSource Stop { get; } = new();

        public Task End { get; set; } = Task.CompletedTask;
    }
}
