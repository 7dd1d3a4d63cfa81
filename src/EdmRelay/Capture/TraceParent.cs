using System.Text.RegularExpressions;

namespace EdmRelay.Capture;

/// <summary>The trace that a request belongs to, by its W3C header.</summary>
internal static partial class TraceParent
{
    /// <returns>The header as it came; null when it is missing or not well formed.</returns>
    public static string? Of(HttpRequest request) =>
        request.Headers.TraceParent.ToString() is { Length: 55 } header && Form().IsMatch(header) ? header : null;

    [GeneratedRegex("^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$")]
    private static partial Regex Form();
}
