using EdmContracts;

namespace EdmRelay.Capture;

/// <summary>One event as it was found in a body: slices of the body's bytes.</summary>
internal ref struct CapturedEvent
{
    /// <summary>The event's JSON object, braces included.</summary>
    public ReadOnlySpan<byte> Json;

    public RecordFields Fields;

    /// <summary>When it was sent by the sender's clock, where the event itself says so: milliseconds since 1970.</summary>
    public long? SentTimestamp;

    /// <summary>The user agent among its properties; empty when there is none.</summary>
    public ReadOnlySpan<byte> UserAgent;
}
