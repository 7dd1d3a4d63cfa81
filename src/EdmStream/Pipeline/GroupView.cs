namespace EdmStream.Pipeline;

/// <summary>A group that reads the input topics; null is what is not known.</summary>
/// <param name="Service">Whose group it is.</param>
/// <param name="Group">Its name, without the prefix.</param>
/// <param name="Nodes">How many members it has.</param>
/// <param name="Lag">How many records it has yet to read, of all partitions together.</param>
/// <param name="Rate">Records read a second, over the last ten seconds.</param>
/// <param name="Partitions">Those of all input topics.</param>
public sealed record GroupView(string Service, string Group, int? Nodes, long? Lag, double? Rate, IReadOnlyList<GroupPartitionView> Partitions);

/// <param name="Topic">The topic's logical name.</param>
/// <param name="Partition">Its number.</param>
/// <param name="Position">The offset that the group has committed.</param>
/// <param name="Lag">How many records it has yet to read here.</param>
/// <param name="Owner">The member that reads it, such as <c>stream-1</c>: numbered by their ids, so that all nodes name them alike.</param>
public sealed record GroupPartitionView(string Topic, int Partition, long? Position, long? Lag, string? Owner);
