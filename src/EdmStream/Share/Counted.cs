namespace EdmStream.Share;

/// <param name="Value">In the window.</param>
/// <param name="Before">In the window before it.</param>
public sealed record Counted(long Value, long Before);
