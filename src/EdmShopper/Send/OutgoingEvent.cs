namespace EdmShopper.Send;

/// <summary>An event on its way to the relay, wherever it comes from: a plan, or a file that is sent once more.</summary>
/// <param name="Id">Its <c>event_id</c>, the same on every try.</param>
/// <param name="Visitor">Whose it is: events of one visitor arrive in their order.</param>
/// <param name="Json">The event exactly as it is sent.</param>
/// <param name="Due">When it ought to be sent (milliseconds since 1970): latencies are measured from here.</param>
public sealed record OutgoingEvent(string Id, string Visitor, ReadOnlyMemory<byte> Json, long Due)
{
    /// <summary>How far the sender's clock is ahead of the true time, in milliseconds: its bodies say when they were sent by that clock.</summary>
    public long Skew { get; init; }

    /// <summary>How often it is to be confirmed: two for a sender that sends again what was answered already.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>The first try that may have been written (milliseconds since 1970): the hour of retries starts here.</summary>
    internal long? FirstTried { get; init; }

    /// <summary>Whether this is the second sending of an event that was confirmed.</summary>
    internal bool IsCopy { get; init; }
}
