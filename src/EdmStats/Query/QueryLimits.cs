using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>What may be asked for.</summary>
internal sealed class QueryLimits(StatsOptions options, TimeProvider time)
{
    /// <summary>The most points of a series: more than any screen has.</summary>
    public const int Points = 3_000;

    /// <summary>The most items of a list, and how many it has when nothing is said.</summary>
    public const int Items = 1_000, DefaultItems = 10;

    /// <summary>What lies before is kept by the quarter of an hour alone.</summary>
    public DateTimeOffset MinutesFrom => time.GetUtcNow() - options.MinutesKept;

    /// <summary>In minutes since 1970: of days that begin before, parts may be gone.</summary>
    public long DaysFrom => HistoryRange.MinuteOf(time.GetUtcNow() - options.Retention);

    /// <summary>How long single minutes are kept, for people.</summary>
    public string MinutesKept => options.MinutesKept.TotalDays >= 2 ? $"{options.MinutesKept.TotalDays:0.#} days" : $"{options.MinutesKept.TotalHours:0.#} hours";
}
