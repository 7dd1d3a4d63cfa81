namespace Count;

/// <summary>A record as it was written: what must be counted is worked out of these alone. Times are milliseconds since 1970.</summary>
internal sealed record WrittenRecord
{
    public const string Click = "edm-ui-click", PageLoad = "edm-ui-pageload", Commerce = "edm-ui-commerce";

    /// <summary>Without the prefix.</summary>
    public string Topic => Type switch { "click" => Click, "pageload" => PageLoad, _ => Commerce };

    public required Guid Id { get; init; }

    public required string Type { get; init; }

    /// <summary>The Kafka key as well.</summary>
    public required string Visitor { get; init; }

    /// <summary>The Kafka record's timestamp.</summary>
    public required long ReceiveTime { get; init; }

    public required long EventTime { get; init; }

    public bool IsBot { get; init; }

    /// <summary>Whether it can be read.</summary>
    public bool IsJson { get; init; } = true;

    public string? Page { get; init; }

    public string? Button { get; init; }

    /// <summary>The product that was viewed or added.</summary>
    public OrderLine? Product { get; init; }

    public Order? Order { get; init; }

    /// <summary>Of what the visitor pays with.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Where it lies, once the brokers have it.</summary>
    public int Partition { get; set; }

    public long Offset { get; set; }
}

/// <summary>What an order says.</summary>
internal sealed record Order(string Id, decimal Total, IReadOnlyList<OrderLine> Lines);

/// <summary>So many of a product.</summary>
internal sealed record OrderLine(string Product, decimal Price, int Quantity);
