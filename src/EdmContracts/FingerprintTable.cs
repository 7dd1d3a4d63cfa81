namespace EdmContracts;

/// <summary>
/// A value for each id, as long as it is not outdated. Open addressing over one array, no object an id; a fingerprint of 128
/// bits stands for the id, and its value lies beside it: to find it means to wait for memory once. Outdated values go when room is needed. Not thread-safe.
/// </summary>
/// <param name="isOutdated">Whether a value may go.</param>
/// <param name="forgotten">Told of each value that went.</param>
public sealed class FingerprintTable<T>(FingerprintTable<T>.Outdated isOutdated, Action<T>? forgotten = null) where T : struct
{
    private const int Fewest = 16;

    private Entry[] _entries = new Entry[Fewest];

    public delegate bool Outdated(in T value);

    /// <summary>The ids held.</summary>
    public int Count { get; private set; }

    /// <summary>The value of an id, which begins as zero. Good until the next call.</summary>
    /// <param name="id">Not empty.</param>
    /// <param name="isNew">Whether it was not there.</param>
    public ref T Of(ReadOnlySpan<byte> id, out bool isNew)
    {
        if (Count >= _entries.Length / 4 * 3) MakeRoom();

        // A zero marks an empty place, so the one id in 2^128 that has it is given its neighbour's.
        var fingerprint = UInt128.Max(KeyHash.Fingerprint(id), UInt128.One);
        ref var entry = ref _entries[Find((ulong)(fingerprint >> 64), (ulong)fingerprint)];
        isNew = entry.IsEmpty;
        if (isNew)
        {
            entry = new Entry { High = (ulong)(fingerprint >> 64), Low = (ulong)fingerprint };
            Count++;
        }

        return ref entry.Value;
    }

    private int Find(ulong high, ulong low)
    {
        var place = HomeOf(high);
        while (!_entries[place].IsEmpty && (_entries[place].High != high || _entries[place].Low != low)) place = After(place);
        return place;
    }

    /// <summary>Where it stands unless another id was there first: any length will do, not only powers of two.</summary>
    private int HomeOf(ulong high) => (int)Math.BigMul(high, (ulong)_entries.Length, out _);

    private int After(int place) => place + 1 == _entries.Length ? 0 : place + 1;

    /// <summary>Leaves out what is outdated: in place where that makes enough room, else in an array of another size.</summary>
    private void MakeRoom()
    {
        for (var i = 0; i < _entries.Length; i++)
            while (!_entries[i].IsEmpty && isOutdated(_entries[i].Value)) Remove(i);

        // Sweeping alone must pay: it comes again when as many have been added as it made room for.
        if (Count > _entries.Length * 0.6) MoveTo(_entries.Length / 4 * 7);
        else if (Count < _entries.Length / 5) MoveTo(Math.Max(Fewest, Count * 2));
    }

    private void MoveTo(int length)
    {
        var entries = _entries;
        _entries = new Entry[length];
        foreach (ref readonly var entry in entries.AsSpan())
            if (!entry.IsEmpty) _entries[Find(entry.High, entry.Low)] = entry;
    }

    /// <summary>Empties a place and lets those behind it move up that would not be found otherwise.</summary>
    private void Remove(int hole)
    {
        forgotten?.Invoke(_entries[hole].Value);
        Count--;
        for (var place = After(hole); !_entries[place].IsEmpty; place = After(place))
        {
            if (Distance(HomeOf(_entries[place].High), place) < Distance(hole, place)) continue;
            _entries[hole] = _entries[place];
            hole = place;
        }

        _entries[hole] = default;
    }

    private int Distance(int from, int to) => to >= from ? to - from : to - from + _entries.Length;

    // Two halves, since a UInt128 is aligned to 16 bytes: an id with a time takes 24 so.
    private struct Entry
    {
        public ulong High, Low;
        public T Value;

        public readonly bool IsEmpty => (High | Low) == 0;
    }
}
