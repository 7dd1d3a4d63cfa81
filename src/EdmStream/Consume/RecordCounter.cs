using EdmContracts;
using EdmKafka;
using EdmStream.Count;
using EdmStream.Push;
using EdmStream.Share;

namespace EdmStream.Consume;

/// <summary>
/// Reads the records of the partitions that the group gave to this node, gives each its verdict and counts it. What it
/// counts is a function of the log, so it begins by reading again as much of the log as its windows need. All of it
/// lives on the consumer loop's thread.
/// </summary>
internal sealed partial class RecordCounter(
    CountOptions options, TakingOver takingOver, EventLog rows, LiveVoice voice, ClockCheck clock, OwnProgress progress, BrokerWatch brokers, TimeProvider time, ILogger<RecordCounter> log) : IPartitionReader
{
    private readonly Dictionary<LogPartition, TopicReading> _readings = [];

    // Partitions that were given back. They are gone on with when they come again, unless the log has moved past them.
    private readonly Dictionary<LogPartition, TopicReading> _left = [];
    private readonly Dictionary<int, PartitionVoice> _voices = [];
    private TopicReading? _last;
    private PartitionVoice? _lastVoice;
    private long _assignment;
    private Assignment? _assigned;
    private readonly Pace _pace = new(FrameStream.Beat, time);
    private long _begun;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public ReaderNeed Needs => clock.IsOff ? ReaderNeed.Leave : ReaderNeed.Records;

    public bool TakesNews => _assigned is { Took: not null };

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets offsets)
    {
        Release();
        var now = Now;
        var found = takingOver.Find(partitions, offsets);
        foreach (var index in partitions.GroupBy(p => p.Index))
        {
            var goesOn = index.All(p => _left.TryGetValue(p, out var left) && left.Next >= found.From[p] && left.Next <= found.Bounds[p].End);
            var counts = goesOn ? _left[index.First()].Counts : new PartitionCounts();
            if (found.Said.TryGetValue(index.Key, out var said)) counts.Carry(said.Closed);
            foreach (var partition in index)
            {
                var reading = goesOn ? _left[partition] : new TopicReading(
                    partition, counts, found.From[partition], found.CountFrom.ToUnixTimeMilliseconds(), options.DedupeHorizon, found.Books.GetValueOrDefault(partition));
                reading.Begin(found.Bounds[partition].End);
                _readings[partition] = reading;
            }

            List<TopicReading> own = [.. index.Select(p => _readings[p])];
            _voices[index.Key] = new PartitionVoice(
                index.Key, voice.Node, ++_assignment, counts, own.ToDictionary(r => r.Partition.Topic, r => r.Tally), own.Min(r => r.CountedFrom),
                () => ReadingProgress.CountedTo(own, LastAnswer));
        }

        foreach (var partition in partitions) _left.Remove(partition);
        _begun = time.GetTimestamp();
        _assigned = new Assignment(_readings.Values.Select(r => r.CountedFrom).DefaultIfEmpty(now).Min(), now, Took: null);
        return _readings.ToDictionary(r => r.Key, r => r.Value.Next);
    }

    public void Take(scoped in ConsumedRecord record)
    {
        if (_last is null || _last.Partition != record.Partition) (_last, _lastVoice) = (_readings[record.Partition], _voices[record.Partition.Index]);

        if (record.Span is { } span) voice.Follow(span.Context);

        // Of what is read again, only the newest is news.
        if (_last.Take(record, out var read) && _last.LeftToRebuild < LogWatch.RowsAtFirst) rows.Add(record.Partition, record.Offset, read, _lastVoice!);
    }

    public void Expire(LogPartition partition, long count) => _readings[partition].Expire(count);

    public void ReachEnd(LogPartition partition, long end) => _readings[partition].ReachEnd();

    public void Release()
    {
        foreach (var (partition, reading) in _readings)
        {
            reading.Counts.Leave();
            _left[partition] = reading;
        }

        _readings.Clear();
        _voices.Clear();
        (_last, _assigned) = (null, null);
    }

    /// <summary>Says what is new, four times a second; nothing while the log is read again: of what is half counted nobody hears.</summary>
    public void Beat()
    {
        if (_pace.IsDue) _pace.Do(Say);
    }

    private void Say()
    {
        var rebuild = ReadingProgress.RebuildOf(_readings.Values);
        if (_assigned is { Took: null } && rebuild is null) EndRebuild();
        if (_assigned is not null) progress.Now = new OwnProgress.State(rebuild, _assigned);
        voice.Say(rebuild is null ? _voices.Values : [], Now);
        if (rebuild is not null) return;
        foreach (var reading in _readings.Values) reading.Judged.Sample(Now);
    }

    // The last moment at which the brokers could have told of more.
    private long LastAnswer => brokers.Now is (false, var since, _) ? since.ToUnixTimeMilliseconds() : Now;

    private void EndRebuild()
    {
        var took = time.GetElapsedTime(_begun);
        _assigned = _assigned! with { Took = (long)took.TotalMilliseconds };
        if (_readings.Values.Sum(r => r.ToRebuild) is > 0 and var records) LogReadAgain(records, took.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "The log was read again: {Records:N0} records in {Seconds:0.0} s")]
    private partial void LogReadAgain(long records, double seconds);
}
