using Confluent.Kafka;

namespace EdmKafka;

/// <summary>
/// What the brokers tell of topics and groups, for somebody who watches them. Topics and groups go by their logical names.
/// Nothing blocks its caller; whoever asks waits a few seconds at most.
/// </summary>
public interface IClusterFacts : IAsyncDisposable
{
    /// <summary>The cluster's id; null where the brokers cannot be asked for it.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    Task<string?> ClusterAsync();

    /// <summary>How long the topics' records stay; those that are missing, or keep theirs for ever, are left out. Null where the brokers cannot be asked.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    Task<IReadOnlyDictionary<string, TimeSpan>?> KeptAsync(IReadOnlyList<string> topics);

    /// <summary>What the log of each partition holds; topics that are missing are left out.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    Task<IReadOnlyDictionary<LogPartition, LogBounds>> BoundsAsync(IReadOnlyList<string> topics);

    /// <summary>How far a group has read; partitions where it has committed nothing are left out.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    Task<IReadOnlyDictionary<LogPartition, long>> PositionsAsync(string group, IReadOnlyList<string> topics);

    /// <summary>Who is in a group; null where there is no such group, or the brokers cannot be asked.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    Task<IReadOnlyList<GroupMember>?> MembersAsync(string group, IReadOnlyList<string> topics);

    /// <summary>The records of a stretch, in their order; fewer where the log has holes.</summary>
    /// <param name="partition">Where they lie.</param>
    /// <param name="from">The first one's offset.</param>
    /// <param name="to">The offset behind the last one's.</param>
    /// <exception cref="KafkaException">The brokers did not answer, or the log does not hold the beginning any more.</exception>
    Task<IReadOnlyList<WrittenRecord>> ReadAsync(LogPartition partition, long from, long to);
}
