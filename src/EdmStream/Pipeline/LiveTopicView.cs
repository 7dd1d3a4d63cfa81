namespace EdmStream.Pipeline;

/// <summary>The topic of the live numbers; null is what is not known.</summary>
/// <param name="Rate">Records written a second, over the last ten seconds.</param>
/// <param name="Records">Its span of offsets: as many records as it holds at most, for it is compacted.</param>
public sealed record LiveTopicView(double? Rate, long? Records);
