namespace EdmKafka;

/// <summary>What a partition's log holds; null is what its leader did not tell.</summary>
/// <param name="Start">The first offset that it still holds.</param>
/// <param name="End">The one after its last record.</param>
public readonly record struct LogBounds(long? Start, long? End);
