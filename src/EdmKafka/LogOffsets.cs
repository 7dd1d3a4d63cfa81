using Confluent.Kafka;

namespace EdmKafka;

/// <summary>Asks through the consumer's own connections.</summary>
internal sealed class LogOffsets(IConsumer<Ignore, byte[]> consumer, TopicNames names) : ILogOffsets
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public (long Start, long End) Bounds(LogPartition partition)
    {
        var bounds = consumer.QueryWatermarkOffsets(OnCluster(partition), Patience);
        return (bounds.Low.Value, bounds.High.Value);
    }

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time) =>
        consumer
            .OffsetsForTimes(partitions.Select(p => new TopicPartitionTimestamp(OnCluster(p), new Timestamp(time, TimestampType.NotAvailable))), Patience)
            .ToDictionary(
                found => new LogPartition(names.Logical(found.Topic), found.Partition.Value),
                found => found.Offset == Offset.End ? (long?)null : found.Offset.Value);

    private TopicPartition OnCluster(LogPartition partition) => new(names.OnCluster(partition.Topic), partition.Index);
}
