namespace EdmWeb;

/// <summary>Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Whether pages may call shoppers into the shop; when nothing is said, in Development alone.</summary>
    public bool? DemoShoppers { get; init; }

    /// <summary>The relays' addresses; none: nothing is forwarded to one, and the shoppers' events go to this program itself.</summary>
    public string[] Relay { get; init; } = [];

    /// <summary>The addresses of the nodes that have the live numbers; none: nothing is forwarded to one.</summary>
    public string[] Stream { get; init; } = [];

    /// <summary>The addresses of what answers for history; none: nothing is forwarded to it.</summary>
    public string[] Stats { get; init; } = [];

    /// <summary>Where the shop's days begin and end: an IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    internal IEnumerable<string> Check()
    {
        foreach (var mistake in Addresses(nameof(Relay), Relay, 5081).Concat(Addresses(nameof(Stream), Stream, 5082)).Concat(Addresses(nameof(Stats), Stats, 5083)))
            yield return mistake;

        // Browsers know a zone by its IANA name alone; .NET takes a Windows one too.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId)
            yield return $"TimeZone: '{TimeZone}' is not a time zone such as Europe/Berlin or UTC.";
    }

    private static IEnumerable<string> Addresses(string key, string[] given, int port) => given
        .Where(a => !Uri.TryCreate(a, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        .Select(a => $"{key}: '{a}' is not an address such as http://localhost:{port}.");
}
