namespace EdmShopper.Plan;

/// <summary>One product of the shop, at the price of the shop's own currency.</summary>
internal sealed record Product(string Id, string Name, string Category, decimal Price, string Currency)
{
    /// <summary>The same product for somebody who pays in another currency.</summary>
    public Product In(Money money) => this with { Price = Math.Round(Price * money.Factor, 2), Currency = money.Currency };
}
