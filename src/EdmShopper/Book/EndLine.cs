namespace EdmShopper.Book;

/// <summary>The last line of a book that was closed in order.</summary>
/// <param name="At">When (milliseconds since 1970).</param>
/// <param name="Planned">Events that were planned.</param>
/// <param name="Answered">Of these, the ones that the relay has.</param>
/// <param name="Rejected">Refused for good.</param>
/// <param name="Unconfirmed">Given up: whether the relay has them is not known.</param>
public sealed record EndLine(long At, int Planned, int Answered, int Rejected, int Unconfirmed);
