namespace EdmStream.Pipeline;

/// <summary>An input topic; null is what is not known.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Kept">How long its records stay, in milliseconds; null also where they stay for ever.</param>
/// <param name="Rate">Records written a second, over the last ten seconds.</param>
/// <param name="Partitions">By their numbers.</param>
public sealed record TopicView(string Name, long? Kept, double? Rate, IReadOnlyList<TopicPartitionView> Partitions);

/// <param name="Partition">Its number.</param>
/// <param name="Start">The first offset that its log still holds.</param>
/// <param name="End">The one after its last record.</param>
/// <param name="Rate">Records written a second, over the last ten seconds.</param>
public sealed record TopicPartitionView(int Partition, long? Start, long? End, double? Rate);
