namespace ObviousStream;

/// <summary>What happened in five seconds.</summary>
internal sealed class BucketCounts
{
    public int Pageloads { get; set; }

    public int Clicks { get; set; }

    public int Commerce { get; set; }

    public HashSet<string> Visitors { get; } = [];

    public Dictionary<string, int> Buttons { get; } = [];

    public Dictionary<string, ProductCounts> Products { get; } = [];

    /// <summary>Orders and their totals, by currency.</summary>
    public Dictionary<string, (int Orders, decimal Revenue)> Orders { get; } = [];

    /// <summary>Adds an event that is shown.</summary>
    public void Add(ClickstreamEvent e)
    {
        if (!string.IsNullOrEmpty(e.Uuid)) Visitors.Add(e.Uuid);
        switch (e.Type)
        {
            case "pageload":
                Pageloads++;
                return;
            case "click":
                Clicks++;
                if (e.Properties?.ButtonId is { Length: > 0 } button) Buttons[button] = Buttons.GetValueOrDefault(button) + 1;
                return;
        }

        Commerce++;
        switch (e.Type)
        {
            case "product_viewed":
                if (Product(e.Properties?.ProductId, e.Properties?.Name) is { } viewed) viewed.Views++;
                break;
            case "product_added":
                if (Product(e.Properties?.ProductId, e.Properties?.Name) is { } added) added.Adds++;
                break;
            case "order_completed":
                Order(e.Properties ?? new EventProperties());
                break;
        }
    }

    private void Order(EventProperties order)
    {
        var currency = order.Currency ?? "USD";
        var lines = order.Products ?? [];
        var (orders, revenue) = Orders.GetValueOrDefault(currency);
        Orders[currency] = (orders + 1, revenue + (order.Total ?? lines.Sum(Price)));
        foreach (var line in lines) Product(line.ProductId, line.Name)?.Earn(currency, Price(line));
        foreach (var id in lines.Select(l => l.ProductId).Distinct())
            if (Product(id, name: null) is { } product) product.Orders++;
    }

    private ProductCounts? Product(string? id, string? name)
    {
        if (string.IsNullOrEmpty(id)) return null;
        if (!Products.TryGetValue(id, out var product)) Products[id] = product = new ProductCounts();
        product.Name = name ?? product.Name;
        return product;
    }

    private static decimal Price(OrderedProduct line) => (line.Price ?? 0) * (line.Quantity ?? 1);
}
