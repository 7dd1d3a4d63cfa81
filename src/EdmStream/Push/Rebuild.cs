namespace EdmStream.Push;

/// <param name="Records">Those read so far.</param>
/// <param name="Of">All that must be read.</param>
public sealed record Rebuild(long Records, long Of);
