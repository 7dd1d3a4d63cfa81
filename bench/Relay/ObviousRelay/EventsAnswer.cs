namespace ObviousRelay;

/// <summary>The answer to a body of events, as EdmRelay gives it.</summary>
internal sealed record EventsAnswer(int Accepted, IReadOnlyList<RejectedEvent> Rejected, IReadOnlyList<Place>? At);

/// <summary>An event that was not accepted, and why.</summary>
internal sealed record RejectedEvent(int Index, string? EventId, string Reason);

/// <summary>Where an accepted event lies.</summary>
internal sealed record Place(string Topic, int Partition, long Offset);
