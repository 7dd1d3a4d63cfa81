namespace EdmKafka;

/// <summary>What became of one record that was to be written.</summary>
/// <param name="Outcome">Whether the brokers have it.</param>
/// <param name="Partition">Where it lies, when it was written.</param>
/// <param name="Offset">At which offset, when it was written.</param>
/// <param name="Reason">Why it was not written, in words for a log.</param>
public readonly record struct Delivery(WriteOutcome Outcome, int Partition = -1, long Offset = -1, string? Reason = null);
