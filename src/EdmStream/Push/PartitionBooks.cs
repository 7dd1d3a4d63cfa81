namespace EdmStream.Push;

/// <summary>Where one partition's records went: read = the sum of the others, or the books do not hold.</summary>
public sealed record PartitionBooks(
    string Topic, int Partition, long Read, long Shown, long Duplicate, long Late, long Bot, long Rejected, long Expired);
