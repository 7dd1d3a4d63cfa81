using EdmKafka;

namespace EdmStats.Persist;

/// <summary>A record that could not be read, as it came.</summary>
/// <param name="Partition">Where it lies.</param>
/// <param name="Offset">Its offset there.</param>
/// <param name="ReceiveTime">The Kafka record's timestamp: milliseconds since 1970.</param>
/// <param name="Key">Its key; empty where it has none.</param>
/// <param name="Value">Its bytes.</param>
/// <param name="Reason">What is wrong with it, in words for a person.</param>
internal sealed record RejectedRecord(LogPartition Partition, long Offset, long ReceiveTime, byte[] Key, byte[] Value, string Reason);
