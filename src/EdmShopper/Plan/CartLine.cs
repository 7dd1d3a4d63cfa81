namespace EdmShopper.Plan;

/// <summary>So many of a product.</summary>
internal sealed record CartLine(Product Product, int Quantity);
