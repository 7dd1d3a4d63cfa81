namespace EdmContracts;

/// <summary>What a page load says of the visit that it belongs to.</summary>
public static class Visit
{
    private static ReadOnlySpan<byte> Direct => "direct"u8;

    /// <summary>
    /// Where the visit came from: the campaign's source that the address names, else the other site that led here, else
    /// <c>direct</c>. A page that was reached from within the shop came from nowhere new: empty.
    /// </summary>
    public static ReadOnlySpan<byte> SourceOf(scoped in PageAddress page, ReadOnlySpan<byte> referrer)
    {
        if (page.Parameter("utm_source"u8) is { IsEmpty: false } campaign) return KeyText.Cut(campaign);
        var from = new PageAddress(referrer);
        return from.Host.IsEmpty ? referrer.IsEmpty ? Direct : default : from.Host.SequenceEqual(page.Host) ? default : KeyText.Cut(from.Host);
    }

    /// <summary>What it was made with, by the words that browsers put into their user agents; empty when nothing is said.</summary>
    public static ReadOnlySpan<byte> DeviceOf(ReadOnlySpan<byte> userAgent)
    {
        if (userAgent.IsEmpty) return default;
        var mobile = Has(userAgent, "Mobi"u8) || Has(userAgent, "iPhone"u8);
        return
            Has(userAgent, "iPad"u8) || Has(userAgent, "Tablet"u8) || !mobile && Has(userAgent, "Android"u8) ? "tablet"u8 :
            mobile ? "phone"u8 :
            "desktop"u8;
    }

    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.IndexOf(word) >= 0;
}
