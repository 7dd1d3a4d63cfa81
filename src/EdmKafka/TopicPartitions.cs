using Confluent.Kafka;

namespace EdmKafka;

/// <summary>
/// The partitions of topics, by their names on the cluster and by ours. How many a topic has hardly changes, so it is asked
/// now and then. Any thread may ask.
/// </summary>
internal sealed class TopicPartitions(IAdminClient admin, TopicNames names, TimeSpan patience, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, long Asked)> _counts = [];

    /// <summary>All partitions of the topics that are there.</summary>
    /// <exception cref="KafkaException">The brokers did not answer.</exception>
    public Task<Dictionary<TopicPartition, LogPartition>> AskAsync(IReadOnlyList<string> topics) =>
        // The client has no way to ask that does not hold up its thread.
        Task.Run(() => topics
            .SelectMany(topic => Enumerable.Range(0, CountOf(topic)), (topic, index) => new LogPartition(topic, index))
            .ToDictionary(p => new TopicPartition(names.OnCluster(p.Topic), p.Index)));

    private int CountOf(string topic)
    {
        lock (_gate)
            if (_counts.TryGetValue(topic, out var known) && time.GetElapsedTime(known.Asked) < Kept) return known.Count;
        var count = admin.GetMetadata(names.OnCluster(topic), patience).Topics.Single().Partitions.Count;
        lock (_gate) _counts[topic] = (count, time.GetTimestamp());
        return count;
    }
}
