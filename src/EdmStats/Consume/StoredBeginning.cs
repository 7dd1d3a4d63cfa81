using System.Data.Common;
using EdmContracts;
using EdmKafka;
using EdmStats.Persist;
using EdmStats.Tables;

namespace EdmStats.Consume;

/// <summary>Says where the reading of assigned partitions goes on: by the tables, never by the group.</summary>
internal sealed partial class StoredBeginning(
    HistoryDatabase database, LogIds ids, CountOptions options, KafkaSettings kafka, ILogger<StoredBeginning> log)
{
    // One minute more than the dedupe horizon, for relays whose clocks differ.
    private readonly TimeSpan _memory = options.DedupeHorizon + TimeSpan.FromMinutes(1);

    /// <returns>The cluster's id, and for each partition its reading with the offset to begin at.</returns>
    /// <exception cref="DbException">The database does not say.</exception>
    /// <exception cref="Confluent.Kafka.KafkaException">The brokers do not answer.</exception>
    public (string Cluster, Dictionary<LogPartition, (PartitionReading Reading, long From)> Partitions) Find(IReadOnlyList<LogPartition> partitions, ILogOffsets offsets)
    {
        // The reading thread has nothing else to do until it knows.
        var (cluster, topics) = ids.AskAsync().GetAwaiter().GetResult();
        var bounds = partitions.ToDictionary(p => p, offsets.Bounds);
        Dictionary<LogPartition, (long Next, long NewestReceive)> stored;
        try
        {
            stored = FindStored(cluster, topics, bounds, offsets);
        }
        catch (DbException)
        {
            database.ForgetConnections();
            throw;
        }

        return (cluster, partitions.ToDictionary(p => p, p =>
        {
            var (next, newestReceive) = stored[p];
            var from = ReadBackFrom(p, next, newestReceive, bounds[p].Start, offsets);
            return (new PartitionReading(p, topics[p.Topic], from, next, newestReceive, bounds[p].End, options.DedupeHorizon), from);
        }));
    }

    private Dictionary<LogPartition, (long Next, long NewestReceive)> FindStored(
        string cluster, IReadOnlyDictionary<string, string> topics, Dictionary<LogPartition, (long Start, long End)> bounds, ILogOffsets offsets)
    {
        var found = new Dictionary<LogPartition, (long, long)>();
        using var connection = database.Open();
        using var transaction = database.Begin(connection);
        foreach (var (partition, (start, lastEnd)) in bounds.OrderBy(b => b.Key.Topic, StringComparer.Ordinal).ThenBy(b => b.Key.Index))
        {
            var end = lastEnd;
            var (next, newestReceive) = OffsetRows.Find(transaction, database.Dialect, cluster, topics[partition.Topic], partition, start);

            // Only an end that is looked up after the stored offset tells: this process may have been frozen since it looked up the
            // first one, while another instance counted on.
            if (next > end && next > (end = offsets.Bounds(partition).End))
            {
                // An unclean election, or a topic made anew where only its name is known: what it holds now was never counted.
                AnotherLog(partition.Topic, partition.Index, next, end);
                OffsetRows.Reset(transaction, cluster, topics[partition.Topic], partition, start);
                (next, newestReceive) = (start, 0);
            }

            found[partition] = (next, newestReceive);
        }

        transaction.Commit();
        return found;
    }

    /// <summary>From here on are the ids that could make the next record a duplicate.</summary>
    private long ReadBackFrom(LogPartition partition, long next, long newestReceive, long start, ILogOffsets offsets)
    {
        if (next <= start) return next;
        if (!kafka.Options.BrokerTimes) return start;
        var oldest = newestReceive - (long)_memory.TotalMilliseconds;
        return Math.Min(next, offsets.NotBefore([partition], Math.Max(0, oldest))[partition] ?? next);
    }

    [LoggerMessage(LogLevel.Error, "The tables have counted {Topic}[{Partition}] up to {Next}, but its log ends at {End}: it is read as another log, from its beginning")]
    private partial void AnotherLog(string topic, int partition, long next, long end);
}
