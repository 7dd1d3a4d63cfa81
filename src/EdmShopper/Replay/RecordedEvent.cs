namespace EdmShopper.Replay;

/// <summary>One event of a log, ready to be sent.</summary>
/// <param name="Id">Its event_id: the log's own, else made of its line.</param>
/// <param name="Visitor">Whose it is; an event without a visitor is a visitor of its own, named by its id.</param>
/// <param name="Time">When it happened, as the log has it: milliseconds since 1970.</param>
/// <param name="Json">The event as it is sent, UTF-8, one line.</param>
internal sealed record RecordedEvent(string Id, string Visitor, long Time, byte[] Json);
