using Confluent.Kafka;

namespace Relay;

/// <summary>Counts what the topics hold, with the plain client.</summary>
internal static class RecordCount
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The records of all topics whose names begin so.</summary>
    public static long Of(string bootstrapServers, string prefix)
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig { BootstrapServers = bootstrapServers, GroupId = "bench" }).Build();
        using var admin = new DependentAdminClientBuilder(consumer.Handle).Build();
        return admin.GetMetadata(Patience).Topics
            .Where(topic => topic.Topic.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(topic => topic.Partitions.Select(p => consumer.QueryWatermarkOffsets(new TopicPartition(topic.Topic, p.PartitionId), Patience)))
            .Sum(offsets => offsets.High.Value - offsets.Low.Value);
    }
}
