namespace ObviousStream;

/// <summary>What a product did.</summary>
internal sealed class ProductCounts
{
    public string Name { get; set; } = "";

    public int Views { get; set; }

    public int Adds { get; set; }

    public int Orders { get; set; }

    /// <summary>By currency.</summary>
    public Dictionary<string, decimal> Revenue { get; } = [];

    public void Add(ProductCounts other)
    {
        Name = other.Name;
        Views += other.Views;
        Adds += other.Adds;
        Orders += other.Orders;
        foreach (var (currency, revenue) in other.Revenue) Earn(currency, revenue);
    }

    public void Earn(string currency, decimal revenue) => Revenue[currency] = Revenue.GetValueOrDefault(currency) + revenue;
}
