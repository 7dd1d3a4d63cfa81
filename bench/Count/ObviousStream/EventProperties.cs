namespace ObviousStream;

/// <summary>What an event of any type may say that is counted.</summary>
internal sealed class EventProperties
{
    public string? ButtonId { get; set; }

    public string? ProductId { get; set; }

    public string? Name { get; set; }

    public string? OrderId { get; set; }

    public string? Currency { get; set; }

    public decimal? Total { get; set; }

    public List<OrderedProduct>? Products { get; set; }
}
