using EdmKafka.Native;

namespace EdmKafka;

/// <summary>Asks through the consumer's own connections.</summary>
internal sealed class LogOffsets(NativeConsumer consumer, TopicNames names) : ILogOffsets
{
    public (long Start, long End) Bounds(LogPartition partition) => consumer.Bounds(names.OnCluster(partition.Topic), partition.Index);

    public IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time)
    {
        // The library refuses a question about nothing; a member that has no partition asks it.
        if (partitions.Count == 0) return new Dictionary<LogPartition, long?>();
        using var asked = new NativePartitions(partitions.Count);
        foreach (var partition in partitions) asked.Add(names.OnCluster(partition.Topic), partition.Index, time);
        consumer.AskOffsets(asked);
        var found = new Dictionary<LogPartition, long?>();
        foreach (var answer in asked.Items)
            found[new(names.Logical(NativeClient.Text(answer.Topic)), answer.Index)] = answer.Offset < 0 ? null : answer.Offset;
        return found;
    }
}
