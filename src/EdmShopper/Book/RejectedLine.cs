namespace EdmShopper.Book;

/// <summary>An event that was refused for good.</summary>
/// <param name="EventId">Whose; empty where the relay could not read an id.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectedLine(string EventId, string Reason);
