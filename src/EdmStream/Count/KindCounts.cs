namespace EdmStream.Count;

/// <summary>How many events of one kind happened in each bucket of the last two hours.</summary>
internal sealed class KindCounts
{
    private readonly int[] _counts = new int[Buckets.Kept];
    private readonly long[] _buckets = new long[Buckets.Kept];

    public void Add(long bucket)
    {
        var slot = bucket % Buckets.Kept;
        if (_buckets[slot] > bucket) return;
        if (_buckets[slot] < bucket) (_buckets[slot], _counts[slot]) = (bucket, 0);
        _counts[slot]++;
    }

    /// <summary>The events of a bucket; 0 for one that is older than what is kept.</summary>
    public int In(long bucket)
    {
        var slot = bucket % Buckets.Kept;
        return _buckets[slot] == bucket ? _counts[slot] : 0;
    }
}
