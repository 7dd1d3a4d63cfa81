namespace EdmWeb;

/// <summary>Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Whether pages may call shoppers into the shop; when nothing is said, in Development alone.</summary>
    public bool? DemoShoppers { get; init; }

    /// <summary>The relay's address; the program's own when nothing is said.</summary>
    public string? Relay { get; init; }

    /// <summary>Where the shop's days begin and end: an IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    internal IEnumerable<string> Check()
    {
        if (Relay is not null && (!Uri.TryCreate(Relay, UriKind.Absolute, out var relay) || relay.Scheme is not ("http" or "https")))
            yield return $"Relay: '{Relay}' is not an address such as http://localhost:5081.";

        // Browsers know a zone by its IANA name alone; .NET takes a Windows one too.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId)
            yield return $"TimeZone: '{TimeZone}' is not a time zone such as Europe/Berlin or UTC.";
    }
}
