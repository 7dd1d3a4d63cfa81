namespace EdmRelay.Capture;

/// <summary>
/// Refuses what a page of a foreign origin sends: a browser would send it and only hide the answer. Senders that are
/// not browsers name no origin and pass.
/// </summary>
internal sealed class OriginGate(RelayOptions options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(origin, request.Host) || options.AllowedOrigins.Contains(origin)
            ? next(context)
            : ValueTask.FromResult<object?>(Refusals.ForeignOrigin(origin));
    }

    // The scheme is not compared: a proxy may have taken the TLS off.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
