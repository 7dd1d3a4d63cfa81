namespace EdmContracts;

/// <summary>
/// Values by key, in the order in which the keys came. Bounded: the first keys have a value of their own, the rest share
/// that of <see cref="KeyText.Other"/>. Keys are UTF-8 and lie in one array: to find a known one allocates nothing, and what was
/// cleared keeps its arrays for what comes next. Not thread-safe.
/// </summary>
/// <param name="most">How many keys have a value of their own.</param>
public sealed class Keyed<T>(int most) where T : struct
{
    private const int FewestSlots = 16;

    // An entry's index and one, by open addressing: a power of two, at most half full. Zero is empty.
    private int[] _slots = [];
    private Entry[] _entries = [];
    private byte[] _text = [];
    private int _textLength;

    public int Count { get; private set; }

    /// <summary>The value of a key, which begins as zero.</summary>
    public ref T this[ReadOnlySpan<byte> key]
    {
        get
        {
            // First: it may put the entries into a larger array.
            var index = Find(key, add: true);
            return ref _entries[index].Value;
        }
    }

    /// <summary>Whether the key has a value of its own, or would be given one.</summary>
    public bool IsOwn(ReadOnlySpan<byte> key) => Count < most || IndexOf(key) >= 0;

    public ReadOnlySpan<byte> KeyAt(int index) => Text(_entries[index].Key);

    public ref T At(int index) => ref _entries[index].Value;

    /// <summary>The place of a key; negative when it is not there.</summary>
    public int IndexOf(ReadOnlySpan<byte> key) => Find(key, add: false);

    /// <summary>The value of a key that is there; null of one that is not.</summary>
    public T? Of(ReadOnlySpan<byte> key) => IndexOf(key) is >= 0 and var index ? _entries[index].Value : null;

    /// <summary>Keeps a text beside the keys until all is cleared.</summary>
    public Range Keep(ReadOnlySpan<byte> text)
    {
        if (_textLength + text.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        text.CopyTo(_text.AsSpan(_textLength));
        var kept = _textLength..(_textLength + text.Length);
        _textLength = kept.End.Value;
        return kept;
    }

    public ReadOnlySpan<byte> Text(Range kept) => _text.AsSpan(kept);

    public void Clear()
    {
        if (Count == 0) return;
        Array.Clear(_slots);
        (Count, _textLength) = (0, 0);
    }

    private int Find(ReadOnlySpan<byte> key, bool add)
    {
        if (Count * 2 >= _slots.Length) Grow();
        var hash = (int)KeyHash.Of(key);
        var slot = hash & (_slots.Length - 1);
        while (_slots[slot] is not 0 and var taken)
        {
            ref readonly var entry = ref _entries[taken - 1];
            if (entry.Hash == hash && Text(entry.Key).SequenceEqual(key)) return taken - 1;
            slot = (slot + 1) & (_slots.Length - 1);
        }

        if (!add) return -1;
        if (Count >= most && !key.SequenceEqual(KeyText.Other)) return Find(KeyText.Other, add: true);
        if (Count == _entries.Length) Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count] = new Entry { Key = Keep(key), Hash = hash };
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[Math.Max(FewestSlots, _slots.Length * 2)];
        for (var i = 0; i < Count; i++)
        {
            var slot = _entries[i].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    private struct Entry
    {
        public Range Key;
        public int Hash;
        public T Value;
    }
}
