namespace EdmRelay.Capture;

/// <summary>Section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>The origins, besides the relay's own, whose pages may send: <c>https://shop.example</c>, exactly as a browser writes them.</summary>
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>How long a body may take to arrive.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest body, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>The most events in a body.</summary>
    public int MaxEvents { get; init; } = 500;

    internal IEnumerable<string> Check()
    {
        foreach (var origin in AllowedOrigins)
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                yield return $"AllowedOrigins: '{origin}' is not an origin such as https://shop.example (scheme and host, no path, no wildcard).";
        if (BodyTimeout <= TimeSpan.Zero) yield return "BodyTimeout: it must be longer than nothing.";
        if (MaxBodyBytes is < 1024 or > 900_000) yield return "MaxBodyBytes: 1024 to 900000, so that any event of a body fits into a Kafka record.";
        if (MaxEvents < 1) yield return "MaxEvents: at least 1.";
    }
}
