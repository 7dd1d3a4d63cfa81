namespace EdmContracts.Live;

/// <summary>The visitors of one partition, by their moments. Each figure of distinct visitors is what lies in the window.</summary>
/// <param name="Seen">By when they were last seen: those of the last five minutes are "visitors now".</param>
/// <param name="Buyers">By their last order.</param>
/// <param name="Carts">By the moment from which on their cart is active for ten minutes more.</param>
/// <param name="Viewed">By the latest moment from which on they looked at a product.</param>
/// <param name="Added">By the latest moment from which on they did so, and then put one into the cart.</param>
/// <param name="Checkout">By the latest moment from which on they did all that, and then began to check out.</param>
/// <param name="Ordered">By the latest moment from which on they did all that, and then ordered.</param>
public sealed record VisitorHistograms(
    Histogram Seen, Histogram Buyers, Histogram Carts, Histogram Viewed, Histogram Added, Histogram Checkout, Histogram Ordered);
