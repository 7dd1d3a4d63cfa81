namespace EdmContracts;

/// <summary>
/// The ids that one partition's records carried, each with the latest of its receive times, for as long as one of them
/// could still make a record a duplicate: 24 bytes a place. Not thread-safe.
/// </summary>
public sealed class SeenIds
{
    private readonly long _horizon;
    private readonly FingerprintTable<long> _latest;
    private long _newest = long.MinValue;

    public SeenIds(TimeSpan horizon)
    {
        _horizon = (long)horizon.TotalMilliseconds;

        // One minute more than the horizon: the relays' clocks may be that far apart.
        var kept = (long)(horizon + TimeSpan.FromMinutes(1)).TotalMilliseconds;
        _latest = new FingerprintTable<long>((in long time) => time <= _newest - kept);
    }

    /// <summary>The ids held.</summary>
    public int Count => _latest.Count;

    /// <summary>
    /// Whether the id was seen with a receive time not more than the horizon before this one (a later one counts too);
    /// then remembers it with the later of the two times.
    /// </summary>
    /// <param name="id">Not empty.</param>
    /// <param name="receiveTime">Milliseconds since 1970.</param>
    public bool Repeats(ReadOnlySpan<byte> id, long receiveTime)
    {
        _newest = Math.Max(_newest, receiveTime);
        ref var latest = ref _latest.Of(id, out var isNew);
        if (isNew) latest = receiveTime;
        var repeats = !isNew && latest >= receiveTime - _horizon;
        latest = Math.Max(latest, receiveTime);
        return repeats;
    }
}
