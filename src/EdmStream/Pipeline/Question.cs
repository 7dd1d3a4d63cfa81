using Confluent.Kafka;

namespace EdmStream.Pipeline;

/// <summary>
/// Something that is asked of the brokers again and again, one time after the other. What they do not tell is null, is said
/// in the log when that begins, and is asked for less often. For one thread at a time.
/// </summary>
/// <param name="what">What is asked for, for the log.</param>
/// <param name="pace">How often.</param>
internal sealed partial class Question<T>(string what, TimeSpan pace, TimeProvider time, ILogger log) where T : class
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly long _start = time.GetTimestamp();
    private Task _asking = Task.CompletedTask;
    private TimeSpan? _due;
    private bool _failed;
    private volatile Answered? _answer;

    /// <summary>What was told last; null where nothing was.</summary>
    public T? Answer => _answer?.Told;

    /// <summary>When it was asked for, on a clock that only goes forward.</summary>
    public TimeSpan At => _answer?.At ?? TimeSpan.Zero;

    /// <summary>Asks, where it is time to and the last time is over. Ends with the answer, and does not fail.</summary>
    public Task AskAsync(Func<Task<T?>> ask)
    {
        var now = time.GetElapsedTime(_start);
        if (_asking.IsCompleted && (_due is null || now >= _due)) _asking = AskAsync(ask, now);
        return _asking;
    }

    private async Task AskAsync(Func<Task<T?>> ask, TimeSpan now)
    {
        try
        {
            _answer = await ask() is { } told ? new Answered(told, now) : null;
            _failed = false;

            // Half a beat early, for the beats are not quite even.
            _due = now + pace - PipelineFeed.Beat / 2;
        }
        catch (KafkaException e)
        {
            _answer = null;
            _due = time.GetElapsedTime(_start) + AfterFailure;
            if (!_failed) NotTold(what, e.Error.Reason);
            _failed = true;
        }
    }

    private sealed record Answered(T Told, TimeSpan At);

    [LoggerMessage(LogLevel.Warning, "The brokers did not tell {What}, so the pipeline view is without: {Reason}")]
    private partial void NotTold(string what, string reason);
}
