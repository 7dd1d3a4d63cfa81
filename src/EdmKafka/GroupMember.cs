namespace EdmKafka;

/// <summary>A member of a consumer group.</summary>
/// <param name="Id">Given by the group when it joined.</param>
/// <param name="Partitions">Those that it reads, of the topics asked about.</param>
public sealed record GroupMember(string Id, IReadOnlyList<LogPartition> Partitions);
