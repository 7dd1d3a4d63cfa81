namespace EdmContracts;

/// <summary>
/// Those properties of an event, or of one line of an order, that are counted by: texts and numbers as text, cut where
/// they are keys; empty where there is none. Property names are Segment's.
/// </summary>
public ref struct EventProperties
{
    public ReadOnlySpan<byte> ButtonId { get; private set; }
    public ReadOnlySpan<byte> Url { get; private set; }
    public ReadOnlySpan<byte> Referrer { get; private set; }
    public ReadOnlySpan<byte> UserAgent { get; private set; }
    public ReadOnlySpan<byte> ProductId { get; private set; }
    public ReadOnlySpan<byte> Name { get; private set; }
    public ReadOnlySpan<byte> Price { get; private set; }
    public ReadOnlySpan<byte> Quantity { get; private set; }
    public ReadOnlySpan<byte> Currency { get; private set; }
    public ReadOnlySpan<byte> Total { get; private set; }

    /// <summary>The order's lines, as a JSON array.</summary>
    public ReadOnlySpan<byte> Products { get; private set; }

    /// <param name="json">The object, braces included; may be empty.</param>
    public static EventProperties Read(ReadOnlySpan<byte> json)
    {
        var read = default(EventProperties);
        var reader = new PropertyReader(json);
        while (reader.Next()) read.Take(ref reader);
        return read;
    }

    private void Take(scoped ref PropertyReader reader)
    {
        var name = reader.Name;
        switch (name.Length)
        {
            case 3 when name.SequenceEqual("url"u8): Url = First(Url, ref reader); break;
            case 4 when name.SequenceEqual("name"u8): Name = Key(Name, ref reader); break;
            case 5 when name.SequenceEqual("price"u8): Price = First(Price, ref reader); break;
            case 5 when name.SequenceEqual("total"u8): Total = First(Total, ref reader); break;
            case 8 when name.SequenceEqual("quantity"u8): Quantity = First(Quantity, ref reader); break;
            case 8 when name.SequenceEqual("currency"u8): Currency = First(Currency, ref reader); break;
            case 8 when name.SequenceEqual("referrer"u8): Referrer = First(Referrer, ref reader); break;
            case 8 when name.SequenceEqual("products"u8): if (Products.IsEmpty) Products = reader.Array(); break;
            case 9 when name.SequenceEqual("button_id"u8): ButtonId = Key(ButtonId, ref reader); break;
            case 10 when name.SequenceEqual("product_id"u8): ProductId = Key(ProductId, ref reader); break;
            case 10 when name.SequenceEqual("user_agent"u8): UserAgent = First(UserAgent, ref reader); break;
        }
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> known, scoped ref PropertyReader reader) =>
        known.IsEmpty && reader.TryText(out var text) ? text : known;

    private static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> known, scoped ref PropertyReader reader) => KeyText.Cut(First(known, ref reader));
}
