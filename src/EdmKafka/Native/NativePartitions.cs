namespace EdmKafka.Native;

/// <summary>A list of partitions and a number for each, in librdkafka's own memory; for one call, by one thread.</summary>
internal readonly unsafe ref struct NativePartitions(int capacity)
{
    public NativePartitionList* List { get; } = LibrdkafkaConsumer.NewList(capacity);

    public ReadOnlySpan<NativePartition> Items => new(List->First, List->Count);

    /// <param name="topic">By its name on the cluster.</param>
    /// <param name="index">The partition's number, or -1 where topics alone are meant.</param>
    /// <param name="offset">An offset, or the time to look one up by.</param>
    public void Add(string topic, int index, long offset) => LibrdkafkaConsumer.Add(List, topic, index)->Offset = offset;

    public void Dispose() => LibrdkafkaConsumer.DestroyList(List);
}
