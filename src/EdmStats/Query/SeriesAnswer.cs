namespace EdmStats.Query;

/// <summary>What a series shows.</summary>
internal enum SeriesMetric
{
    PageLoads,
    Clicks,
    Visitors,
    Orders,
    Revenue,
}

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    Json,
    Csv,
}

/// <summary>Figures over time.</summary>
/// <param name="Metric">As it was asked for.</param>
/// <param name="By">As it was asked for.</param>
/// <param name="Zone">As it was asked for.</param>
/// <param name="From">The range's beginning.</param>
/// <param name="To">The range's end, which does not belong to it.</param>
/// <param name="At">The beginning of each bucket; the first is the range's own, whatever the clocks show then.</param>
/// <param name="Series">One, or one a currency, that with the most orders first.</param>
/// <param name="Error">The standard error as a part of each figure, where it is an estimate.</param>
/// <param name="CountedTo">All events received before are counted; null when none was ever read.</param>
internal sealed record SeriesAnswer(
    string Metric, string By, string Zone, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DateTimeOffset> At,
    IReadOnlyList<SeriesValues> Series, double? Error, DateTime? CountedTo);

/// <param name="Currency">Of what was taken; null for what is no money.</param>
/// <param name="Values">A figure a bucket.</param>
/// <param name="Total">Of the whole range. Of visitors not the sum: most come more than once.</param>
internal sealed record SeriesValues(string? Currency, IReadOnlyList<decimal> Values, decimal Total);
