using EdmKafka;

namespace EdmStream.Share;

/// <summary>
/// Says on <c>edm-live</c> what this node counts: of each partition the slices before the head. While the last words are on
/// their way it says nothing, so that they never pile up: the next ones hold what is new by then. It belongs to the thread that counts.
/// </summary>
/// <param name="write">Writes records, and tells what became of each.</param>
/// <param name="log">Says when nothing can be said.</param>
internal sealed partial class LiveVoice(Func<RecordBatch, Task<Delivery[]>> write, ILogger<LiveVoice> log)
{
    private Task<Delivery[]> _onTheWay = Task.FromResult<Delivery[]>([]);
    private IReadOnlyCollection<PartitionVoice> _speaking = [];
    private bool _isHeard = true;

    /// <summary>This process, for whoever reads what it says.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <param name="voices">Of the partitions that are counted to where the log ended when they were taken.</param>
    /// <param name="now">The clock: milliseconds since 1970.</param>
    public void Say(IReadOnlyCollection<PartitionVoice> voices, long now)
    {
        if (!_onTheWay.IsCompleted) return;
        Hear(_onTheWay.Result);
        using var batch = new RecordBatch(now, capacity: 64 * 1024);
        foreach (var voice in voices) voice.Say(batch, now);
        _speaking = voices;
        _onTheWay = write(batch);
    }

    private void Hear(Delivery[] deliveries)
    {
        var lost = deliveries.FirstOrDefault(d => d.Outcome != WriteOutcome.Written);

        // What is too large for the brokers never fits: only the log can tell of it.
        if (deliveries.Any(d => d.Outcome is WriteOutcome.NotWritten or WriteOutcome.Unknown))
            foreach (var voice in _speaking) voice.SayAgain();
        if (_isHeard && lost.Reason is not null) NotHeard(lost.Reason);
        if (!_isHeard && lost.Reason is null) HeardAgain();
        _isHeard = lost.Reason is null;
    }

    [LoggerMessage(LogLevel.Warning, "What is counted cannot be said on edm-live: {Reason}")]
    private partial void NotHeard(string reason);

    [LoggerMessage(LogLevel.Information, "What is counted is said on edm-live again")]
    private partial void HeardAgain();
}
