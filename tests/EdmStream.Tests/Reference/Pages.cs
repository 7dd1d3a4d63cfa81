using System.Text.RegularExpressions;

namespace EdmStream.Tests.Reference;

/// <summary>What a page load says of its page and visit.</summary>
internal static partial class Pages
{
    public static string PathOf(string url) => url.Length == 0 ? "" : Address().Match(url).Groups["path"].Value is { Length: > 0 } path ? path : "/";

    public static string SourceOf(string url, string referrer)
    {
        var campaign = Address().Match(url).Groups["query"].Value.Split('&').FirstOrDefault(p => p.StartsWith("utm_source=", StringComparison.Ordinal) && p.Length > 11);
        if (campaign is not null) return campaign[11..];
        if (referrer.Length == 0) return "direct";
        var from = HostOf(referrer);
        return from == HostOf(url) ? "" : from;
    }

    public static string DeviceOf(string userAgent)
    {
        if (userAgent.Length == 0) return "";
        bool Has(string word) => userAgent.Contains(word, StringComparison.Ordinal);
        if (Has("iPad") || Has("Tablet")) return "tablet";
        if (Has("Mobi") || Has("iPhone")) return "phone";
        return Has("Android") ? "tablet" : "desktop";
    }

    private static string HostOf(string url) => Address().Match(url).Groups["host"].Value;

    [GeneratedRegex(@"^(https?://(www\.)?(?<host>[^/?#]*))?(?<path>[^?#]*)(\?(?<query>[^#]*))?", RegexOptions.Singleline)]
    private static partial Regex Address();
}
