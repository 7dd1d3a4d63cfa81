namespace EdmStream.Count;

/// <summary>What a product did.</summary>
internal struct ProductCounts
{
    public int Views, Adds, Orders;

    /// <summary>The last order that it was counted in: an order has it once, on however many lines.</summary>
    public int LastOrder;

    /// <summary>Its name among the texts that are kept, and the bucket that the name is from.</summary>
    public Range Name;
    public int NamedIn;

    public void Include(in ProductCounts other) =>
        (Views, Adds, Orders) = (Views + other.Views, Adds + other.Adds, Orders + other.Orders);
}
