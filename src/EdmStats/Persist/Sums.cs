namespace EdmStats.Persist;

/// <summary>What was counted under one key.</summary>
internal struct Sums
{
    public long Events;

    /// <summary>Money, with at most six decimals.</summary>
    public decimal Amount;

    /// <summary>The number of the last order that the key stood in, so that a product counts once an order.</summary>
    public long LastOrder;
}
