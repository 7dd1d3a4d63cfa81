namespace EdmKafka;

/// <summary>
/// Whether the brokers have just refused this machine's time. It is forgotten after a minute by itself: who is unready is
/// sent nothing, so that no success would ever end it. Any thread may call.
/// </summary>
internal sealed class ClockTrouble(TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private long _refused;

    /// <summary>In words for a person; null when there is none.</summary>
    public string? InWords =>
        _refused != 0 && time.GetElapsedTime(_refused) < Remembered
            ? "the brokers refuse this machine's time: its clock is ahead by more than a minute"
            : null;

    public void Met() => _refused = time.GetTimestamp();

    public void Over()
    {
        if (_refused != 0) _refused = 0;
    }
}
