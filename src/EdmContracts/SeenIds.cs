using System.IO.Hashing;

namespace EdmContracts;

/// <summary>
/// The ids that one partition's records carried, each with the latest of its receive times, for as long as one of them
/// could still make a record a duplicate. Open addressing over two arrays: 24 bytes a slot, no object an id; a
/// fingerprint of 128 bits stands for the id. Not thread-safe.
/// </summary>
public sealed class SeenIds(TimeSpan horizon)
{
    // One minute more than the horizon: the relays' clocks may be that far apart.
    private readonly long _horizon = (long)horizon.TotalMilliseconds;
    private readonly long _kept = (long)(horizon + TimeSpan.FromMinutes(1)).TotalMilliseconds;
    private UInt128[] _ids = new UInt128[16];
    private long[] _times = new long[16];
    private long _newest = long.MinValue;

    /// <summary>The ids held.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Whether the id was seen with a receive time not more than the horizon before this one (a later one counts too);
    /// then remembers it with the later of the two times.
    /// </summary>
    /// <param name="id">Not empty.</param>
    /// <param name="receiveTime">Milliseconds since 1970.</param>
    public bool Repeats(ReadOnlySpan<byte> id, long receiveTime)
    {
        _newest = Math.Max(_newest, receiveTime);
        if (Count >= _ids.Length / 4 * 3) Sweep();

        // A zero marks an empty slot, so the one id in 2^128 that has it is given its neighbour's.
        var fingerprint = UInt128.Max(XxHash128.HashToUInt128(id), UInt128.One);
        var slot = Find(fingerprint);
        if (_ids[slot] != fingerprint)
        {
            _ids[slot] = fingerprint;
            _times[slot] = receiveTime;
            Count++;
            return false;
        }

        var repeats = _times[slot] >= receiveTime - _horizon;
        _times[slot] = Math.Max(_times[slot], receiveTime);
        return repeats;
    }

    private int Find(UInt128 fingerprint)
    {
        var mask = _ids.Length - 1;
        var slot = (int)(ulong)fingerprint & mask;
        while (_ids[slot] != UInt128.Zero && _ids[slot] != fingerprint) slot = (slot + 1) & mask;
        return slot;
    }

    /// <summary>Leaves out what is too old to matter; the arrays then fit what is left, with room to grow.</summary>
    private void Sweep()
    {
        var (ids, times) = (_ids, _times);
        var young = 0;
        for (var i = 0; i < ids.Length; i++)
            if (ids[i] != UInt128.Zero && times[i] > _newest - _kept) young++;

        var size = 16;
        while (size < young * 2) size *= 2;
        _ids = new UInt128[size];
        _times = new long[size];
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == UInt128.Zero || times[i] <= _newest - _kept) continue;
            var slot = Find(ids[i]);
            (_ids[slot], _times[slot]) = (ids[i], times[i]);
        }

        Count = young;
    }
}
