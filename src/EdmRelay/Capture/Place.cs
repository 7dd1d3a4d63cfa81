namespace EdmRelay.Capture;

/// <param name="Topic">The logical topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Offset">The offset in it.</param>
public sealed record Place(string Topic, int Partition, long Offset);
