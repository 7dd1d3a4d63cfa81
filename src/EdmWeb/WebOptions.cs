namespace EdmWeb;

/// <summary>Section <c>Web</c>.</summary>
public sealed class WebOptions
{
    /// <summary>Whether pages may call shoppers into the shop; when nothing is said, in Development alone.</summary>
    public bool? DemoShoppers { get; init; }

    /// <summary>The relay's address; the program's own when nothing is said.</summary>
    public string? Relay { get; init; }

    internal IEnumerable<string> Check()
    {
        if (Relay is not null && (!Uri.TryCreate(Relay, UriKind.Absolute, out var relay) || relay.Scheme is not ("http" or "https")))
            yield return $"Relay: '{Relay}' is not an address such as http://localhost:5081.";
    }
}
