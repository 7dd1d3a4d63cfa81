namespace EdmStream.Push;

/// <summary>The last time that the group dealt out partitions to this node.</summary>
/// <param name="CountingSince">The books go back to what was received at this moment: milliseconds since 1970.</param>
/// <param name="At">When it was: milliseconds since 1970.</param>
/// <param name="Took">How many milliseconds later all was read again; null while it is not.</param>
internal sealed record Assignment(long CountingSince, long At, long? Took);
