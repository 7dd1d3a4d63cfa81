namespace EdmStats.Tables;

/// <summary>What is counted: the values of <c>history_counts.kind</c>, and what the key of each is.</summary>
internal static class HistoryKind
{
    /// <summary>Page loads; no key.</summary>
    public const string PageLoad = "pageload";

    /// <summary>Page loads by device: phone, tablet or desktop.</summary>
    public const string Device = "device";

    /// <summary>Page loads by the site that the visitor came from.</summary>
    public const string Source = "source";

    /// <summary>Clicks; no key.</summary>
    public const string Click = "click";

    /// <summary>Clicks by button id.</summary>
    public const string Button = "button";

    /// <summary>Views by product id.</summary>
    public const string Viewed = "viewed";

    /// <summary>Adds to a cart by product id.</summary>
    public const string Added = "added";

    /// <summary>Orders that hold a product, by product id and currency, with what was paid for it.</summary>
    public const string Ordered = "ordered";

    /// <summary>Orders by currency, with their amounts; no key.</summary>
    public const string Order = "order";
}
