namespace EdmStats.Query;

/// <summary>What a list is of.</summary>
internal enum TopKind
{
    Button,
    Product,
    Source,
    Device,
}

/// <summary>What products are put in order by.</summary>
internal enum ProductSort
{
    Revenue,
    Orders,
    Views,
    Adds,
}

/// <summary>The keys of a kind that were counted most often: clicks of buttons, page loads by source or device.</summary>
internal sealed record TopAnswer(
    string Kind, string Zone, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<TopKey> Items, DateTime? CountedTo);

internal sealed record TopKey(string Key, long Count);

/// <summary>The products that came first.</summary>
/// <param name="Kind">As it was asked for.</param>
/// <param name="Zone">As it was asked for.</param>
/// <param name="From">The range's beginning.</param>
/// <param name="To">The range's end, which does not belong to it.</param>
/// <param name="Sort">What they are put in order by.</param>
/// <param name="Currency">Of the revenue; null when there was no order.</param>
/// <param name="Items">The first of them.</param>
/// <param name="CountedTo">All events received before are counted; null when none was ever read.</param>
internal sealed record ProductsAnswer(
    string Kind, string Zone, DateTimeOffset From, DateTimeOffset To, string Sort, string? Currency, IReadOnlyList<TopProduct> Items,
    DateTime? CountedTo);

/// <param name="Key">The product's id.</param>
/// <param name="Name">The newest that an event gave it; null when none did.</param>
/// <param name="Views">How often it was looked at.</param>
/// <param name="Adds">How often it was put into a cart.</param>
/// <param name="Orders">Orders that hold it, in any currency.</param>
/// <param name="Revenue">What was paid for it, in the answer's currency.</param>
internal sealed record TopProduct(string Key, string? Name, long Views, long Adds, long Orders, decimal Revenue);
