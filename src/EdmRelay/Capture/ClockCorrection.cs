namespace EdmRelay.Capture;

/// <summary>Puts right the times of senders whose clocks are wrong. All times are milliseconds since 1970.</summary>
internal static class ClockCorrection
{
    /// <summary>Clocks that differ by less are left alone: the way itself takes time.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(5);

    /// <param name="happened">When it happened, by the sender's clock.</param>
    /// <param name="sent">When it was sent, by the same clock; null when it did not say.</param>
    /// <param name="received">When it was received, by the relay's clock.</param>
    /// <returns>When it happened, by the relay's clock, and never later than it was received.</returns>
    public static long Correct(long happened, long? sent, long received) =>
        Math.Clamp(IsWrong(sent, received) ? happened + received - sent!.Value : happened, 0, received);

    /// <summary>Whether the sender's clock is one to be put right.</summary>
    public static bool IsWrong(long? sent, long received) =>
        sent is { } time && Math.Abs(received - time) > (long)Allowed.TotalMilliseconds;
}
