namespace EdmStream.Share;

/// <summary>
/// The pace of something that is done again and again, and costs the more the more keys there are: however much it costs,
/// most of the time is left for reading. For one thread.
/// </summary>
/// <param name="shortest">The least that lies between two.</param>
internal sealed class Pace(TimeSpan shortest, TimeProvider time)
{
    private TimeSpan _cost;
    private long _ended;

    /// <summary>Whether it is due; the first time it always is.</summary>
    public bool IsDue => IsDueAfter(TimeSpan.FromTicks(Math.Max(shortest.Ticks, 4 * _cost.Ticks)));

    /// <summary>Whether it was done so long ago, or never.</summary>
    public bool IsDueAfter(TimeSpan pause) => _ended == 0 || time.GetElapsedTime(_ended) >= pause;

    public void Do(Action work)
    {
        var start = time.GetTimestamp();
        work();
        _ended = time.GetTimestamp();
        _cost = time.GetElapsedTime(start, _ended);
    }
}
