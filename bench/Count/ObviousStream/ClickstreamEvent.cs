namespace ObviousStream;

/// <summary>A record's JSON.</summary>
internal sealed class ClickstreamEvent
{
    public string? EventId { get; set; }

    public string? Type { get; set; }

    public string? Uuid { get; set; }

    public string? Bot { get; set; }

    public long? EventTimestamp { get; set; }

    public EventProperties? Properties { get; set; }
}
