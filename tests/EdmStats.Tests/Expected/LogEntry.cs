namespace EdmStats.Tests.Expected;

/// <summary>One record as it is written to a topic, or was read from it: what the expectations are worked out from.</summary>
internal sealed record LogEntry(string Topic, int Partition, byte[]? Key, byte[]? Value, long Time, long Offset = -1);
