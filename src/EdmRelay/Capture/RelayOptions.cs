namespace EdmRelay.Capture;

/// <summary>Section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>The origins, besides the relay's own, whose pages may send: <c>https://shop.example</c>, exactly as a browser writes them.</summary>
    public string[] AllowedOrigins { get; init; } = [];

    /// <summary>The keys that senders must show one of; none: no key is asked for. Known to every page that sends, so no secrets.</summary>
    public string[] WriteKeys { get; init; } = [];

    /// <summary>The most requests a second from one address (of version 6 from one /64); 0: no limit.</summary>
    public int RequestsPerAddress { get; init; }

    /// <summary>The most requests a second with one write key; 0: no limit.</summary>
    public int RequestsPerKey { get; init; }

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
        if (WriteKeys.Any(k => k.Length == 0 || k.Contains(':', StringComparison.Ordinal)))
            yield return "WriteKeys: a key is not empty and holds no colon, which ends a user name.";
        if (RequestsPerAddress < 0) yield return "RequestsPerAddress: 0 for no limit, or more.";
        if (RequestsPerKey < 0) yield return "RequestsPerKey: 0 for no limit, or more.";
        if (RequestsPerKey > 0 && WriteKeys.Length == 0) yield return "RequestsPerKey: there are no WriteKeys to limit.";
        if (BodyTimeout <= TimeSpan.Zero) yield return "BodyTimeout: it must be longer than nothing.";
        if (MaxBodyBytes is < 1024 or > 900_000) yield return "MaxBodyBytes: 1024 to 900000, so that any event of a body fits into a Kafka record.";
        if (MaxEvents < 1) yield return "MaxEvents: at least 1.";
    }
}
