namespace EdmKafka;

/// <summary>One partition of a topic, by the topic's logical name.</summary>
public readonly record struct LogPartition(string Topic, int Index);
