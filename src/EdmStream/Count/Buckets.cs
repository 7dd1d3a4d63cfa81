namespace EdmStream.Count;

/// <summary>Time is counted in buckets of five seconds, numbered from 1970.</summary>
internal static class Buckets
{
    public const int Milliseconds = 5_000;

    public const int AMinute = 60_000 / Milliseconds;

    /// <summary>The windows that can be looked at, in minutes.</summary>
    public static readonly IReadOnlyList<int> Windows = [5, 30, 60];

    /// <summary>The brokers refuse a record whose time is further ahead of theirs.</summary>
    public const int Ahead = AMinute;

    /// <summary>The buckets that are kept: the longest window, the one before it, and what is ahead.</summary>
    public const int Kept = 120 * AMinute + Ahead + 1;

    /// <param name="time">Milliseconds since 1970.</param>
    public static long Of(long time) => time / Milliseconds;
}
