namespace EdmContracts;

/// <summary>What moves a visitor through the shop.</summary>
public enum Step
{
    None,
    Viewed,
    Added,
    Removed,
    Checkout,
    Ordered,
}

public static class Steps
{
    /// <param name="type">The type of a record of the commerce topic.</param>
    public static Step Of(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("product_viewed"u8) ? Step.Viewed :
        type.SequenceEqual("product_added"u8) ? Step.Added :
        type.SequenceEqual("product_removed"u8) ? Step.Removed :
        type.SequenceEqual("checkout_started"u8) ? Step.Checkout :
        type.SequenceEqual("order_completed"u8) ? Step.Ordered :
        Step.None;
}
