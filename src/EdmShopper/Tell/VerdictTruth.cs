namespace EdmShopper.Tell;

/// <summary>How many records of the log get which verdict.</summary>
/// <param name="Shown">They count.</param>
/// <param name="Duplicate">They were there before.</param>
/// <param name="Bot">Crawlers'.</param>
/// <param name="Late">They happened more than an hour before.</param>
public sealed record VerdictTruth(int Shown, AtLeastAtMost Duplicate, int Bot, int Late);
