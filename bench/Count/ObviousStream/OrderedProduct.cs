namespace ObviousStream;

/// <summary>One line of an order.</summary>
internal sealed class OrderedProduct
{
    public string? ProductId { get; set; }

    public string? Name { get; set; }

    public decimal? Price { get; set; }

    public int? Quantity { get; set; }
}
