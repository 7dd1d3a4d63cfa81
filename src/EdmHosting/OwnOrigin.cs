using Microsoft.AspNetCore.Http;

namespace EdmHosting;

/// <summary>
/// Whether a request comes from a page of the host that it is sent to. A browser would send what a foreign page tells it to,
/// and only hide the answer; senders that are not browsers name no origin.
/// </summary>
public static class OwnOrigin
{
    /// <summary>Whether a page of another host had it sent.</summary>
    public static bool IsForeign(HttpRequest request) => request.Headers.Origin.ToString() is { Length: > 0 } origin && !Is(origin, request.Host);

    /// <param name="origin">The request's <c>Origin</c>.</param>
    /// <param name="host">The host that it asks.</param>
    public static bool Is(string origin, HostString host) =>
        // The scheme is not compared: a proxy may have taken the TLS off.
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
