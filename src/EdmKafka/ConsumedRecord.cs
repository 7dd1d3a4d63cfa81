using System.Diagnostics;

namespace EdmKafka;

/// <summary>One record as the loop hands it over; its bytes are good until the call returns.</summary>
public readonly ref struct ConsumedRecord
{
    public required LogPartition Partition { get; init; }
    public required long Offset { get; init; }

    /// <summary>The Kafka record's timestamp: milliseconds since 1970.</summary>
    public required long ReceiveTime { get; init; }

    /// <summary>Empty where there is none.</summary>
    public ReadOnlySpan<byte> Key { get; init; }

    public required ReadOnlySpan<byte> Value { get; init; }

    /// <summary>The span that is open while it is handed over; null where its trace is not followed, which is nearly always.</summary>
    public Activity? Span { get; init; }
}
