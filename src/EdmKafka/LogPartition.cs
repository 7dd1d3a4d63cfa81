namespace EdmKafka;

/// <summary>One partition of an input topic, by the topic's logical name.</summary>
public readonly record struct LogPartition(string Topic, int Index);
