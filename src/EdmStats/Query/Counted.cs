using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>How far history reaches.</summary>
internal static class Counted
{
    // Everything else is counted beside one of these.
    private static readonly string[] Kinds = [HistoryKind.PageLoad, HistoryKind.Click, HistoryKind.Viewed, HistoryKind.Added, HistoryKind.Order];

    /// <summary>
    /// All events received before are counted; null when none was ever read. A topic that was made anew, or a log on another cluster,
    /// goes on where the one before it ended: of each partition the latest counts, and of the partitions the one that is furthest behind.
    /// </summary>
    public static async Task<DateTime?> ToAsync(HistorySnapshot history) =>
        await history.ValueAsync<long?>(
            "select min(counted_to) from (select max(counted_to) as counted_to from history_offsets group by name, partition) as partitions")
            is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null;

    /// <summary>The first minute that anything is counted in; its quarter of an hour where single minutes are no longer kept.</summary>
    public static async Task<DateTime?> SinceAsync(HistorySnapshot history)
    {
        var quarter = await FirstAsync(history, HistoryStep.Quarter);
        var minute = await FirstAsync(history, HistoryStep.Minute);
        var first = minute < quarter + HistoryStep.Quarter ? minute : quarter;
        return first is { } at ? DateTimeOffset.UnixEpoch.AddMinutes(at).UtcDateTime : null;
    }

    // One look at the index a kind: a minimum over several at once reads them all.
    private static Task<long?> FirstAsync(HistorySnapshot history, int step) =>
        history.ValueAsync<long?>($"select min(at) from ({string.Join(" union all ", Kinds.Select(kind =>
            $"select min(at) as at from history_counts where kind = '{kind}' and step = {step}"))}) as firsts");
}
