namespace EdmStream.Count;

/// <summary>
/// What one visitor's events mean for every figure of distinct visitors: moments, as buckets; zero is none. A figure holds
/// the visitor while its moment lies in the window.
/// </summary>
internal struct VisitorState
{
    public int LastSeen, LastOrder;

    /// <summary>For each step of the funnel the latest moment from which on the whole chain up to that step lies.</summary>
    public int Viewed, Added, Checkout, Ordered;

    /// <summary>Fifty minutes after the newest add, but not after the visitor was last seen: so long after it the cart is active for ten minutes more.</summary>
    public int Cart;

    /// <summary>The newest add: when (milliseconds since 1970), of what, and whether it is still in the cart.</summary>
    public long AddTime;
    public ulong AddedProduct;
    public bool IsInCart;
}
