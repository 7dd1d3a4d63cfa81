using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using EdmContracts;
using EdmContracts.Live;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>
/// Says on <c>edm-live</c> what this node counts: of each partition the slices before the head. While the last words are on
/// their way it says nothing, so that they never pile up: the next ones hold what is new by then. It belongs to the thread
/// that counts, but for what it hears.
/// </summary>
/// <param name="write">Writes records, and tells what became of each.</param>
/// <param name="clock">Is told when the brokers wrote it.</param>
/// <param name="log">Says when nothing can be said.</param>
internal sealed partial class LiveVoice(Func<RecordBatch, Task<Delivery[]>> write, ClockCheck clock, ILogger<LiveVoice> log)
{
    private readonly ConcurrentQueue<Word> _heard = [];
    private Task<Delivery[]> _onTheWay = Task.FromResult<Delivery[]>([]);
    private IReadOnlyCollection<PartitionVoice> _speaking = [];
    private ActivityContext _trace;
    private long _saidAt;
    private bool _isHeard = true;

    /// <summary>This process, for whoever reads what it says.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>A word lies on the topic; said by whomever. Any thread may tell.</summary>
    public void Hear(Word word) => _heard.Enqueue(word);

    /// <summary>
    /// The next words hold a record whose trace is followed, and carry it on. One trace at a time: they are said for all that was
    /// counted since the last ones.
    /// </summary>
    public void Follow(ActivityContext trace)
    {
        if (_trace == default) _trace = trace;
    }

    /// <param name="voices">Of the partitions that are counted to where the log ended when they were taken.</param>
    /// <param name="now">The clock: milliseconds since 1970.</param>
    public void Say(IReadOnlyCollection<PartitionVoice> voices, long now)
    {
        foreach (var voice in voices) voice.Slide(now);
        Answer(voices);
        if (!_onTheWay.IsCompleted) return;
        Hear(_onTheWay.Result, now);
        using var batch = new RecordBatch(now, capacity: 64 * 1024);
        foreach (var voice in voices) voice.Say(batch, now);
        if (batch.Count > 0) (batch.Trace, _trace) = (_trace, default);
        (_speaking, _saidAt) = (voices, now);
        _onTheWay = write(batch);
    }

    /// <summary>Takes back what was said of a partition: its log is another one.</summary>
    public void Withdraw(int partition, SaidPartition said)
    {
        using var batch = new RecordBatch(said.Head.At);
        batch.AddTombstone(Topics.Live, Encoding.UTF8.GetBytes(Head.KeyOf(partition)));
        foreach (var bucket in said.Buckets) batch.AddTombstone(Topics.Live, Encoding.UTF8.GetBytes(Slice.KeyOf(partition, bucket)));
        _ = write(batch);
        Withdrawn(partition);
    }

    /// <summary>Who does not speak yet will say all there is, behind what was heard so far.</summary>
    private void Answer(IReadOnlyCollection<PartitionVoice> voices)
    {
        while (_heard.TryDequeue(out var word))
            foreach (var voice in voices)
                if (voice.Index == word.Partition) voice.Hear(word);
    }

    private void Hear(Delivery[] deliveries, long now)
    {
        foreach (var delivery in deliveries)
            if (delivery.Outcome == WriteOutcome.Written) clock.Compare(delivery.AppendTime, _saidAt, now);

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

    [LoggerMessage(LogLevel.Error, "What was said of partition {Partition} counts beyond the end of its log, which is another one now: it is taken back")]
    private partial void Withdrawn(int partition);

    [LoggerMessage(LogLevel.Information, "What is counted is said on edm-live again")]
    private partial void HeardAgain();
}
