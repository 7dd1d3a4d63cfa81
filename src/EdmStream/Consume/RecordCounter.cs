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
internal sealed class RecordCounter(
    CountOptions options, KafkaSettings kafka, BrokerWatch brokers, LiveFeed feed, TimeProvider time) : IPartitionReader
{
    // One minute more than the dedupe horizon, for relays whose clocks differ: records of that time fill the memory of ids alone.
    private readonly TimeSpan _memory = options.DedupeHorizon + TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Counted = TimeSpan.FromMinutes(Buckets.KeptMinutes);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Dictionary<LogPartition, TopicReading> _readings = [];
    private readonly Dictionary<int, PartitionCounts> _partitions = [];
    private readonly EventLog _log = new();
    private readonly Totals _totals = new();
    private Moment? _last;
    private bool _changed;
    private long _published;
    private long _countFrom;

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log)
    {
        Release();
        var now = time.GetUtcNow();
        _countFrom = (now - Counted).ToUnixTimeMilliseconds();

        // The end is looked up before the time is asked for: a record that comes in between is then read, not skipped.
        var bounds = partitions.ToDictionary(p => p, log.Bounds);
        var young = kafka.Options.BrokerTimes
            ? log.NotBefore(partitions, (now - Counted - _memory).ToUnixTimeMilliseconds()).ToDictionary(f => f.Key, f => f.Value ?? bounds[f.Key].End)
            : bounds.ToDictionary(b => b.Key, b => b.Value.Start);

        foreach (var partition in partitions)
        {
            _readings[partition] = new TopicReading(young[partition], bounds[partition].End, options.DedupeHorizon);
            _partitions.TryAdd(partition.Index, new PartitionCounts());
        }

        return young;
    }

    public void Take(scoped in ConsumedRecord record)
    {
        _changed = true;
        var reading = _readings[record.Partition];
        reading.Reached(record.ReceiveTime);
        if (!LogRecord.TryRead(record.Partition.Topic, record.Value, record.ReceiveTime, out var read, out _))
        {
            reading.Count(record, Verdict.Rejected, _countFrom);
            return;
        }

        var verdict = reading.Rules.Judge(read);
        if (!reading.Count(record, verdict, _countFrom) || verdict != Verdict.Shown) return;
        _partitions[record.Partition.Index].Add(record.Partition.Topic, read);

        // Of what is read again, only the newest is news.
        if (reading.LeftToRebuild < EventLog.RowsAMoment) _log.Add(record.Partition, record.Offset, read);
    }

    public void Expire(LogPartition partition, long count) => _readings[partition].Tally.Expire(count);

    public void ReachEnd(LogPartition partition, long end) => _readings[partition].ReachEnd();

    public void Release()
    {
        _readings.Clear();
        _partitions.Clear();
        _totals.Forget();
    }

    /// <summary>Publishes what is new, at most four times a second; once a second even when nothing is, since windows slide by themselves.</summary>
    public void Beat()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var age = time.GetElapsedTime(_published);
        if (_last is not null && age < (_changed ? FrameStream.Beat : Quiet)) return;
        _changed = false;
        _last = MomentAt(now);
        feed.Publish(_last);
        _published = time.GetTimestamp();
    }

    private Moment MomentAt(long now)
    {
        var (answers, since, _) = brokers.Now;
        long? silentSince = answers ? null : since.ToUnixTimeMilliseconds();
        var rebuild = ReadingProgress.RebuildOf(_readings);
        var next = new Moment(
            (_last?.Sequence ?? 0) + 1, now, "rebuilding", _last?.CountedTo, silentSince, rebuild,
            _last?.Windows ?? new Totals().At([], now), _log.Rows(), _log.Seen, _last?.Partitions ?? []);

        // While the log is read again the last figures stand: nothing half counted is shown.
        if (rebuild is not null) return next;
        var books = ReadingProgress.Books(_readings);
        return next with
        {
            State = books.All(b => b.Read == 0) ? "waiting" : "live",
            CountedTo = ReadingProgress.CountedTo(_readings, silentSince ?? now),
            Windows = _totals.At(_partitions.Values, now),
            Partitions = books,
        };
    }
}
