namespace EdmStream.Pipeline;

/// <summary>What could not be read.</summary>
/// <param name="Records">How many the topic holds; null is not known.</param>
/// <param name="Newest">The newest of them, newest first.</param>
public sealed record RejectedView(long? Records, IReadOnlyList<RejectedRow> Newest);
