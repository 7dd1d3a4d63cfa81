namespace EdmStream.Count;

/// <summary>Time is counted in buckets of five seconds, numbered from 1970.</summary>
internal static class Buckets
{
    public const int Milliseconds = 5_000;

    public const int AMinute = 60_000 / Milliseconds;

    /// <summary>The windows that can be looked at, in minutes.</summary>
    public static readonly IReadOnlyList<int> Windows = [5, 30, 60];

    public const int LongestWindow = 60 * AMinute;

    /// <summary>What is kept: the longest window and the one before it.</summary>
    public const int Kept = 2 * LongestWindow;

    // In the year 2286. What a mad clock puts behind it lies in it.
    private const long Last = 2_000_000_000;

    /// <param name="time">Milliseconds since 1970.</param>
    public static int Of(long time) => (int)Math.Min(time / Milliseconds, Last);
}
