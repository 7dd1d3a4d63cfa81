namespace EdmStats.Tables;

/// <summary>
/// The steps of history, in minutes: every event is counted in all three, in one transaction, so that a range is the sum of the
/// coarsest steps that fit into it. Moments are minutes since 1970, UTC.
/// </summary>
internal static class HistoryStep
{
    public const int Minute = 1;

    /// <summary>The finest step that every time zone's hours and days are made of, and the finest that visitors are kept by.</summary>
    public const int Quarter = 15;

    /// <summary>A day of UTC.</summary>
    public const int Day = 24 * 60;

    /// <summary>From the finest to the coarsest.</summary>
    public static IReadOnlyList<int> All { get; } = [Minute, Quarter, Day];

    /// <param name="milliseconds">Since 1970, UTC.</param>
    public static long MinuteOf(long milliseconds) => FloorDivide(milliseconds, 60_000);

    /// <summary>The beginning of the step that a minute lies in.</summary>
    public static long Floor(long minute, int step) => FloorDivide(minute, step) * step;

    /// <summary>The first beginning of a step that is not before the minute.</summary>
    public static long Ceiling(long minute, int step) => -Floor(-minute, step);

    private static long FloorDivide(long value, long by) => (value / by) - (value % by < 0 ? 1 : 0);
}
