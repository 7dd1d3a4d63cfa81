namespace EdmStream.Count;

/// <summary>The twelve buckets of a minute of one partition, and their sum, which is worked out when it is asked for.</summary>
internal sealed class Minute
{
    private readonly Counts?[] _buckets = new Counts?[Buckets.AMinute];
    private readonly Counts _sum = new(keys: int.MaxValue);
    private bool _isSummedUp;

    /// <summary>The counts of a bucket, from zero to eleven; null where nothing happened.</summary>
    public Counts? this[int bucket] => _buckets[bucket];

    /// <summary>The counts of a bucket, to be added to.</summary>
    public Counts Open(int bucket, Stack<Counts> spare)
    {
        _isSummedUp = false;
        return _buckets[bucket] ??= spare.TryPop(out var counts) ? counts : new Counts(Counts.KeysABucket);
    }

    public Counts Sum()
    {
        if (_isSummedUp) return _sum;
        _sum.Clear();
        foreach (var bucket in _buckets)
            if (bucket is not null) _sum.Include(bucket);
        _isSummedUp = true;
        return _sum;
    }

    /// <summary>Empties it for another minute.</summary>
    public void Clear(Stack<Counts> spare)
    {
        for (var i = 0; i < _buckets.Length; i++)
        {
            if (_buckets[i] is not { } counts) continue;
            counts.Clear();
            spare.Push(counts);
            _buckets[i] = null;
        }

        _sum.Clear();
        _isSummedUp = false;
    }
}
