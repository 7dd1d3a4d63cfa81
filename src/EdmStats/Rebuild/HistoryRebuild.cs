using EdmContracts;
using EdmKafka;
using EdmStats.Consume;
using EdmStats.Persist;
using EdmStats.Tables;

namespace EdmStats.Rebuild;

/// <summary>
/// Counts history anew from the log while the service goes on, up to where the service is, and then lets it take the other's
/// place. What happened before the given day, and what the log does not hold any more, is kept as it was counted.
/// </summary>
internal sealed class HistoryRebuild(HistoryDatabase database, LogIds ids, LogStretches log, LogReach reach, CountOptions options, KafkaSettings kafka, RebuildProgress progress)
{
    // Less than a service counts in a moment: the rest is read while it waits.
    private const long Few = 5_000;
    private const int Often = 1_000;

    private readonly RebuildTables _tables = new(database, Guid.NewGuid().ToString());
    private readonly HistoryBatch _batch = new();
    private readonly Dictionary<LogPartition, PartitionReading> _readings = [];
    private readonly Dictionary<LogPartition, long> _next = [];

    /// <param name="wanted">The first day: its beginning in UTC.</param>
    /// <param name="stopping">Stops it; history stays as it was.</param>
    /// <returns>The day from which on it was counted anew: later than wanted where the log does not reach so far back.</returns>
    /// <exception cref="RebuildException">It cannot be done; the message says why and what to do.</exception>
    public async Task<DateTimeOffset> RunAsync(DateTimeOffset wanted, CancellationToken stopping)
    {
        var (cluster, topics) = await ids.AskAsync();
        var partitions = _tables.Stored(cluster, topics.Values).Select(s => s.Partition).ToList();
        if (partitions.Count == 0) throw new RebuildException("Nothing in this cluster's topics has been counted yet: start EdmStats first.");
        var from = await reach.FirstDayAsync(wanted, partitions, log.Offsets, stopping);
        foreach (var stored in _tables.Prepare(cluster, topics.Values, HistoryStep.MinuteOf(from.ToUnixTimeMilliseconds()))) Begin(stored, topics, from);

        while (true)
        {
            var target = _tables.Stored(cluster, topics.Values);

            // A partition that the service has met only now: none of it was counted when the tables were prepared.
            foreach (var (partition, _) in target.Where(t => !_next.ContainsKey(t.Partition))) Begin(new(partition, log.Offsets.Bounds(partition).Start), topics, from);
            progress.Aim(Left(target));
            if (Left(target) <= Few) break;
            Read(target, writes: true, stopping);
        }

        _tables.TakePlace(cluster, topics.Values, target =>
        {
            Read(target, writes: false, stopping);
            return _batch;
        });
        return from;
    }

    private void Begin(StoredOffset stored, IReadOnlyDictionary<string, string> topics, DateTimeOffset from)
    {
        var (partition, next) = stored;
        var oldest = from - options.DedupeHorizon - TimeSpan.FromMinutes(1);
        var begin = kafka.Options.BrokerTimes
            ? log.Offsets.NotBefore([partition], Math.Max(0, oldest.ToUnixTimeMilliseconds()))[partition] ?? next
            : log.Offsets.Bounds(partition).Start;
        _next[partition] = Math.Min(begin, next);
        _readings[partition] = new PartitionReading(
            partition, topics[partition.Topic], _next[partition], next, newestReceive: 0, end: next, options.DedupeHorizon, from.ToUnixTimeMilliseconds());
    }

    private long Left(IReadOnlyList<StoredOffset> target) => target.Sum(t => t.Next - _next[t.Partition]);

    /// <summary>Reads up to where the service was, and writes now and then.</summary>
    private void Read(IReadOnlyList<StoredOffset> target, bool writes, CancellationToken stopping)
    {
        var records = 0L;
        log.Read(
            target.ToDictionary(t => t.Partition, t => (_next[t.Partition], t.Next)),
            (scoped in record) =>
            {
                _readings[record.Partition].Take(record, _batch);
                if (++records % Often != 0) return;

                // They were written to edm-rejected when they were counted.
                _batch.ForgetRejected();
                if (progress.Tell(Often) | _batch.IsLarge && writes) Write();
            },
            stopping);
        foreach (var (partition, next) in target) _next[partition] = next;
        if (writes) Write();
    }

    private void Write()
    {
        _tables.Add(_batch);
        _batch.Clear();
    }
}
