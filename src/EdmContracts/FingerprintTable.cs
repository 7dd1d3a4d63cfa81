namespace EdmContracts;

/// <summary>
/// A value for each id, as long as it is not outdated. Open addressing over two arrays, no object an id; a fingerprint of
/// 128 bits stands for the id. Outdated values go when room is needed. Not thread-safe.
/// </summary>
/// <param name="isOutdated">Whether a value may go.</param>
/// <param name="forgotten">Told of each value that went.</param>
public sealed class FingerprintTable<T>(FingerprintTable<T>.Outdated isOutdated, Action<T>? forgotten = null) where T : struct
{
    private const int Fewest = 16;

    private UInt128[] _ids = new UInt128[Fewest];
    private T[] _values = new T[Fewest];

    public delegate bool Outdated(in T value);

    /// <summary>The ids held.</summary>
    public int Count { get; private set; }

    /// <summary>The value of an id, which begins as zero. Good until the next call.</summary>
    /// <param name="id">Not empty.</param>
    /// <param name="isNew">Whether it was not there.</param>
    public ref T Of(ReadOnlySpan<byte> id, out bool isNew)
    {
        if (Count >= _ids.Length / 4 * 3) MakeRoom();

        // A zero marks an empty slot, so the one id in 2^128 that has it is given its neighbour's.
        var fingerprint = UInt128.Max(KeyHash.Fingerprint(id), UInt128.One);
        var slot = Find(fingerprint);
        isNew = _ids[slot] == UInt128.Zero;
        if (isNew)
        {
            (_ids[slot], _values[slot]) = (fingerprint, default);
            Count++;
        }

        return ref _values[slot];
    }

    private int Find(UInt128 fingerprint)
    {
        var slot = HomeOf(fingerprint);
        while (_ids[slot] != UInt128.Zero && _ids[slot] != fingerprint) slot = After(slot);
        return slot;
    }

    /// <summary>Where it stands unless another id was there first: any length will do, not only powers of two.</summary>
    private int HomeOf(UInt128 fingerprint) => (int)Math.BigMul((ulong)(fingerprint >> 64), (ulong)_ids.Length, out _);

    private int After(int slot) => slot + 1 == _ids.Length ? 0 : slot + 1;

    /// <summary>Leaves out what is outdated: in place where that makes enough room, else in arrays of another size.</summary>
    private void MakeRoom()
    {
        for (var i = 0; i < _ids.Length; i++)
            while (_ids[i] != UInt128.Zero && isOutdated(_values[i])) Remove(i);

        // Sweeping alone must pay: it comes again when as many have been added as it made room for.
        if (Count > _ids.Length * 0.6) MoveTo(_ids.Length / 4 * 7);
        else if (Count < _ids.Length / 5) MoveTo(Math.Max(Fewest, Count * 2));
    }

    private void MoveTo(int length)
    {
        var (ids, values) = (_ids, _values);
        (_ids, _values) = (new UInt128[length], new T[length]);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == UInt128.Zero) continue;
            var slot = Find(ids[i]);
            (_ids[slot], _values[slot]) = (ids[i], values[i]);
        }
    }

    /// <summary>Empties a slot and lets those behind it move up that would not be found otherwise.</summary>
    private void Remove(int hole)
    {
        forgotten?.Invoke(_values[hole]);
        Count--;
        for (var slot = After(hole); _ids[slot] != UInt128.Zero; slot = After(slot))
        {
            if (Distance(HomeOf(_ids[slot]), slot) < Distance(hole, slot)) continue;
            (_ids[hole], _values[hole]) = (_ids[slot], _values[slot]);
            hole = slot;
        }

        _ids[hole] = UInt128.Zero;
    }

    private int Distance(int from, int to) => to >= from ? to - from : to - from + _ids.Length;
}
