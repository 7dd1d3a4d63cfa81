namespace Browser.Tests.Tracker;

/// <summary>A request of the tracker's as the proxy saw it.</summary>
/// <param name="SentAt">When it was sent, by the page's clock: milliseconds since 1970.</param>
/// <param name="EventIds">The events in it, in their order.</param>
internal sealed record SentRequest(long SentAt, IReadOnlyList<string> EventIds)
{
    private volatile bool _answered;

    /// <summary>Whether an answer was given that says for certain what Kafka has of it.</summary>
    public bool Answered { get => _answered; set => _answered = value; }
}
