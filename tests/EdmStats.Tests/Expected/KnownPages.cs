namespace EdmStats.Tests.Expected;

/// <summary>Page loads of which it is known, without working it out, where they come from and what they were made with.</summary>
internal static class KnownPages
{
    private static readonly (string Url, string? Referrer, string? UserAgent, string? Source, string? Device)[] All =
    [
        ("https://shop.example/", null, "Mozilla/5.0 (Windows NT 10.0)", "direct", "desktop"),
        ("https://shop.example/p/1?utm_source=letter", "https://mail.example/", "Mozilla/5.0 (iPhone) Mobile", "letter", "phone"),
        ("https://shop.example/kits", "https://www.search.example/?q=coffee", "Mozilla/5.0 (iPad)", "search.example", "tablet"),
        ("https://shop.example/cart", "https://shop.example/kits", null, null, null),
    ];

    public static Dictionary<string, object?> Of(Random random)
    {
        var (url, referrer, userAgent, _, _) = All[random.Next(All.Length)];
        return new Dictionary<string, object?> { ["url"] = url, ["referrer"] = referrer, ["user_agent"] = userAgent };
    }

    public static (string? Source, string? Device) Known(string url)
    {
        var (_, _, _, source, device) = All.Single(p => p.Url == url);
        return (source, device);
    }
}
