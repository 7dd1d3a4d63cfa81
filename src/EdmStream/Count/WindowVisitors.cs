namespace EdmStream.Count;

/// <summary>Distinct visitors of one window. They add up over partitions, since all that one does lies in one.</summary>
/// <param name="Seen">Seen in it.</param>
/// <param name="Buyers">With an order in it.</param>
/// <param name="Viewed">Looked at a product in it.</param>
/// <param name="Added">Then put one into the cart.</param>
/// <param name="Checkout">Then began to check out.</param>
/// <param name="Ordered">Then ordered.</param>
internal readonly record struct WindowVisitors(int Seen, int Buyers, int Viewed, int Added, int Checkout, int Ordered)
{
    public static WindowVisitors operator +(WindowVisitors a, WindowVisitors b) => new(
        a.Seen + b.Seen, a.Buyers + b.Buyers, a.Viewed + b.Viewed, a.Added + b.Added, a.Checkout + b.Checkout, a.Ordered + b.Ordered);
}
