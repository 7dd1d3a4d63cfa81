namespace EdmShopper.Tell;

/// <summary>Time in steps of five seconds, as all counting here knows it.</summary>
internal static class Buckets
{
    private const long Milliseconds = 5_000, AMinute = 12;

    public static long Of(long time) => (long)Math.Floor(time / (double)Milliseconds);

    /// <summary>A window holds every bucket later than the moment's less the window; it has no upper edge.</summary>
    /// <param name="bucket">The bucket asked about.</param>
    /// <param name="moment">When the window ends (milliseconds since 1970).</param>
    /// <param name="minutes">The window.</param>
    public static bool IsIn(long bucket, long moment, int minutes) => bucket > Of(moment) - (minutes * AMinute);
}
