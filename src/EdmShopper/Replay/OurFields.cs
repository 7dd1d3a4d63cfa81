namespace EdmShopper.Replay;

/// <summary>The fields of an event that a click log may fill, by the names that the records have for them.</summary>
internal static class OurFields
{
    public const string EventId = "event_id", Type = "type", Visitor = "uuid", Session = "session_id", Time = "event_timestamp";
    public const string PropertyPrefix = "properties.";

    public static readonly IReadOnlyList<string> Own = [EventId, Type, Visitor, Session, Time];

    /// <summary>Properties that are numbers in the records: a line where one of them is none is a bad line.</summary>
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string>
    {
        "price", "quantity", "total", "revenue", "subtotal", "shipping", "tax", "discount", "value", "position",
    };

    /// <summary>The one property that is a list of objects; a log has it as JSON.</summary>
    public const string Products = "products";

    private static readonly HashSet<string> Texts =
    [
        "button_id", "description", "url", "title", "referrer", "user_agent", "product_id", "sku", "name", "category", "brand",
        "currency", "order_id", "query", "coupon", Products,
    ];

    /// <summary>Whether an event has a place for it: <c>uuid</c>, <c>properties.button_id</c>.</summary>
    public static bool Has(string our) =>
        Own.Contains(our) || our.StartsWith(PropertyPrefix, StringComparison.Ordinal) && our.Length > PropertyPrefix.Length;

    /// <summary>What a column of this name is without being mapped; null when that is not known.</summary>
    public static string? OfColumn(string column) =>
        Has(column) ? column :
        Texts.Contains(column) || Numbers.Contains(column) ? PropertyPrefix + column :
        null;
}
