namespace EdmShopper.Send;

/// <summary>How events are put into requests.</summary>
/// <param name="MostEvents">The most events in a body.</param>
/// <param name="MostBytes">The most bytes of events in a body, unless one alone is larger.</param>
/// <param name="SayWhenSent">Whether a body is the tracker's envelope, which says when it was sent, or an array of events.</param>
public sealed record BodyShape(int MostEvents, int MostBytes, bool SayWhenSent)
{
    /// <summary>As a browser sends: well under what a relay and a keepalive body allow.</summary>
    public static BodyShape Tracker { get; } = new(100, 48 * 1024, SayWhenSent: true);

    /// <summary>As much as a relay takes, with a margin: a log that goes in as fast as it can.</summary>
    public static BodyShape Bulk { get; } = new(500, 240 * 1024, SayWhenSent: false);
}
