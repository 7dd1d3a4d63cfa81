using EdmKafka;

namespace EdmStats.Persist;

/// <summary>How far a transaction carries one partition.</summary>
/// <param name="Partition">By its topic's name.</param>
/// <param name="TopicId">The topic's id.</param>
/// <param name="From">The offset that the tables must stand at.</param>
/// <param name="To">The offset that they stand at afterwards.</param>
/// <param name="NewestReceive">The newest receive time read: milliseconds since 1970.</param>
/// <param name="CountedTo">All that was received before this is counted: milliseconds since 1970.</param>
internal sealed record OffsetMove(LogPartition Partition, string TopicId, long From, long To, long NewestReceive, long CountedTo);
