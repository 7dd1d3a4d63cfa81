using HdrHistogram;

namespace EdmShopper.Send;

/// <summary>How long things took, to three digits, however many there were. May be used from several threads.</summary>
public sealed class Latencies
{
    private const long Longest = 3_600_000_000;

    private readonly Lock _lock = new();
    private readonly LongHistogram _microseconds = new(Longest, numberOfSignificantValueDigits: 3);

    public void Record(TimeSpan took)
    {
        var microseconds = Math.Clamp(took.Ticks / TimeSpan.TicksPerMicrosecond, 0, Longest);
        lock (_lock) _microseconds.RecordValue(microseconds);
    }

    /// <param name="percentile">0 to 100; 100 is the longest.</param>
    /// <returns>Zero when nothing was recorded.</returns>
    public TimeSpan At(double percentile)
    {
        lock (_lock) return _microseconds.TotalCount == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds(_microseconds.GetValueAtPercentile(percentile));
    }
}
