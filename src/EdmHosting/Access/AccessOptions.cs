using System.Net;

namespace EdmHosting.Access;

/// <summary>Section <c>Access</c>, read alike by every service: who may see what the shop is doing, and how many at once.</summary>
public sealed class AccessOptions
{
    private const int ShortestKey = 16;

    /// <summary>Whoever shows it is a viewer: sees the dashboard, the live numbers, history and the metrics.</summary>
    public string? ViewerKey { get; init; }

    /// <summary>Whether everyone is a viewer. In Development, where no key is given, everyone is.</summary>
    public bool Open { get; init; }

    /// <summary>The proxies, by address or network, whose word on where a request came from is taken.</summary>
    public string[] KnownProxies { get; init; } = [];

    /// <summary>The most connections at a time.</summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>The most of them that are dashboards (WebSockets).</summary>
    public int MaxDashboards { get; init; } = 1_000;

    /// <summary>Whether a key is given; one of nothing but blanks, as an unset variable of a container leaves it, is none.</summary>
    internal bool HasKey => !string.IsNullOrWhiteSpace(ViewerKey);

    /// <summary>Why a program may not serve anybody as things are: nobody has said who may look.</summary>
    internal string? Unsaid(bool development) => HasKey || Open || development
        ? null
        : $"ViewerKey: give one of at least {ShortestKey} characters, which viewers of the dashboard sign in with, or set Access:Open=true where everyone may see it.";

    internal IEnumerable<string> Check()
    {
        if (HasKey && ViewerKey!.Trim().Length < ShortestKey) yield return $"ViewerKey: at least {ShortestKey} characters, so that nobody guesses it.";
        if (HasKey && Open) yield return "Open: true means that nobody needs the ViewerKey. Take one of the two away.";
        foreach (var proxy in KnownProxies)
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                yield return $"KnownProxies: '{proxy}' is neither an address nor a network such as 10.0.0.0/8.";
        if (MaxConnections < 1) yield return "MaxConnections: at least 1.";
        if (MaxDashboards < 1) yield return "MaxDashboards: at least 1.";
    }
}
