namespace EdmContracts.Live;

/// <summary>One partition's figures of distinct visitors, as they were when a bucket closed. They add up over partitions, and not over time.</summary>
/// <param name="VisitorsNow">Seen in the five minutes before.</param>
/// <param name="ActiveCarts">Seen in the ten minutes before, with something in the cart.</param>
/// <param name="Windows">By the window's length in minutes.</param>
public sealed record ClosedFigures(int VisitorsNow, int ActiveCarts, IReadOnlyDictionary<int, ClosedWindow> Windows);

/// <summary>Distinct visitors of one window.</summary>
/// <param name="Seen">Seen in it.</param>
/// <param name="Buyers">With an order in it.</param>
/// <param name="Viewed">Looked at a product in it.</param>
/// <param name="Added">Then put one into the cart.</param>
/// <param name="Checkout">Then began to check out.</param>
/// <param name="Ordered">Then ordered.</param>
public sealed record ClosedWindow(int Seen, int Buyers, int Viewed, int Added, int Checkout, int Ordered);
