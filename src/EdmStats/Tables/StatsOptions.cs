using EdmContracts;

namespace EdmStats.Tables;

/// <summary>Section <c>Stats</c>.</summary>
public sealed class StatsOptions
{
    /// <summary>The consumer group, without the prefix.</summary>
    public string Group { get; init; } = ConsumerGroups.History;

    /// <summary>How long the counts of days and of quarters of an hour are kept, and with them all of history.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(400);

    /// <summary>How long the counts of single minutes are kept; what is older is answered by the quarter of an hour.</summary>
    public TimeSpan MinutesKept { get; init; } = TimeSpan.FromDays(8);

    internal IEnumerable<string> Check()
    {
        if (string.IsNullOrWhiteSpace(Group)) yield return "Group: a consumer group needs a name.";
        if (MinutesKept < TimeSpan.FromHours(1)) yield return "MinutesKept: at least 01:00:00.";
        if (Retention < MinutesKept || Retention > TimeSpan.FromDays(36_500))
            yield return "Retention: MinutesKept to 36500.00:00:00. Days outlive the minutes that they are made of.";
    }
}
