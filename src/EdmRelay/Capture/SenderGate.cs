using System.Text;
using EdmHosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// Who may send: pages of known origins, senders with a known write key where keys are asked for, and none of them
/// faster than the limits allow.
/// </summary>
internal sealed class SenderGate(RelayOptions options, SenderRates rates)
{
    private readonly HashSet<string> _origins = [.. options.AllowedOrigins];
    private readonly HashSet<string> _keys = [.. options.WriteKeys];

    /// <summary>Looks at a request before its body is read.</summary>
    /// <returns>The refusal to answer with; null when the sender may go on.</returns>
    public ProblemHttpResult? Refuse(HttpContext context)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !_origins.Contains(origin) && !OwnOrigin.Is(origin, request.Host)) return Refusals.ForeignOrigin(origin);
        if (KeyOf(request) is { } key && !IsKnown(key)) return Refusals.UnknownKey();
        return rates.OfAddress(context.Connection.RemoteIpAddress) is { } wait ? Refusals.TooMany(context.Response, wait) : null;
    }

    /// <summary>Looks at the write key, when the body has been read: it may stand there too.</summary>
    /// <inheritdoc cref="Refuse(HttpContext)" path="/returns"/>
    public ProblemHttpResult? Refuse(HttpContext context, string? keyInBody)
    {
        if (_keys.Count == 0) return null;
        if ((KeyOf(context.Request) ?? keyInBody) is not { } key || !IsKnown(key)) return Refusals.UnknownKey();
        return rates.OfKey(key) is { } wait ? Refusals.TooMany(context.Response, wait) : null;
    }

    private bool IsKnown(string key) => _keys.Count == 0 || _keys.Contains(key);

    /// <summary>The user name of basic authentication; null where there is none.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        const string basic = "Basic ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(basic, StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[basic.Length..].Trim(), bytes, out var length)) return "";
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.IndexOf(':') is >= 0 and var end ? text[..end] : text;
    }
}
