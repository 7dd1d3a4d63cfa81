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
    CountOptions options, TakingOver takingOver, MomentMaker moments, EventLog rows, LiveFeed feed, LiveVoice voice, TimeProvider time, ILogger<RecordCounter> log) : IPartitionReader
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Dictionary<LogPartition, TopicReading> _readings = [];

    // Partitions that were given back. They are gone on with when they come again, unless the log has moved past them.
    private readonly Dictionary<LogPartition, TopicReading> _left = [];
    private readonly List<PartitionVoice> _voices = [];
    private TopicReading? _last;
    private long _assignment;
    private bool _changed, _rebuilding;
    private Assignment? _assigned;
    private long _published, _begun;
    private TimeSpan _pause = FrameStream.Beat;

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets offsets)
    {
        Release();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
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
            _voices.Add(new PartitionVoice(index.Key, voice.Node, ++_assignment, counts, own.ToDictionary(r => r.Partition.Topic, r => r.Tally), own.Min(r => r.CountedFrom), () => moments.CountedTo(own)));
        }

        foreach (var partition in partitions) _left.Remove(partition);
        (_changed, _rebuilding, _begun) = (true, true, time.GetTimestamp());
        _assigned = new Assignment(_readings.Values.Select(r => r.CountedFrom).DefaultIfEmpty(now).Min(), now, Took: null);
        return _readings.ToDictionary(r => r.Key, r => r.Value.Next);
    }

    public void Take(scoped in ConsumedRecord record)
    {
        _changed = true;
        if (_last is null || _last.Partition != record.Partition) _last = _readings[record.Partition];

        // Of what is read again, only the newest is news.
        if (_last.Take(record, out var read) && _last.LeftToRebuild < LogWatch.RowsAtFirst) rows.Add(record.Partition, record.Offset, read);
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
        _last = null;
    }

    /// <summary>Publishes what is new, at most four times a second; once a second even when nothing is, since windows slide by themselves.</summary>
    public void Beat()
    {
        if (_published != 0 && time.GetElapsedTime(_published) < (_changed ? _pause : Quiet)) return;
        _changed = false;
        var start = time.GetTimestamp();
        var moment = moments.Next(_readings.Values, rows);
        if (_rebuilding && moment.Rebuild is null) EndRebuild();
        feed.Publish(moment with { Assigned = _assigned });
        if (moment.Rebuild is null) voice.Say(_voices, moment.At);
        _published = time.GetTimestamp();

        // However many keys there are to add up, most of the time is left for reading.
        var cost = time.GetElapsedTime(start, _published);
        _pause = TimeSpan.FromTicks(Math.Max(FrameStream.Beat.Ticks, 4 * cost.Ticks));
    }

    private void EndRebuild()
    {
        _rebuilding = false;
        var took = time.GetElapsedTime(_begun);
        _assigned = _assigned! with { Took = (long)took.TotalMilliseconds };
        if (_readings.Values.Sum(r => r.ToRebuild) is > 0 and var records) LogReadAgain(records, took.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Information, "The log was read again: {Records:N0} records in {Seconds:0.0} s")]
    private partial void LogReadAgain(long records, double seconds);
}
