namespace EdmStream.Share;

/// <summary>Distinct visitors by how far they came: each step after the one before it, and all inside the window.</summary>
/// <param name="Viewed">Looked at a product.</param>
/// <param name="Added">Then put one into the cart.</param>
/// <param name="Checkout">Then began to check out.</param>
/// <param name="Ordered">Then ordered.</param>
public sealed record Funnel(FunnelStep Viewed, FunnelStep Added, FunnelStep Checkout, FunnelStep Ordered);

/// <param name="Value">Visitors in the window.</param>
/// <param name="Before">In the window before it; null where nobody counted then.</param>
public sealed record FunnelStep(int Value, int? Before);
