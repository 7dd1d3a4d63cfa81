using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Counts added up; of the columns, those that they were not grouped by keep their defaults.</summary>
internal sealed record CountRow
{
    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";

    public string Currency { get; init; } = "";

    /// <summary>Minutes since 1970.</summary>
    public long At { get; init; }

    public long Events { get; init; }

    public long Units { get; init; }

    public long Millionths { get; init; }

    public decimal Amount => new HistoryAmount(Units, Millionths).Value;
}
