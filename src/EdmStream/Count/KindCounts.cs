namespace EdmStream.Count;

/// <summary>How many events of one kind happened in each bucket of the last two hours, and in those ahead.</summary>
internal sealed class KindCounts
{
    private readonly Dictionary<long, int> _counts = [];
    private long _edge;

    public void Add(long bucket)
    {
        if (bucket > _edge) _counts[bucket] = In(bucket) + 1;
    }

    /// <summary>The events of a bucket.</summary>
    public int In(long bucket) => _counts.GetValueOrDefault(bucket);

    /// <summary>The events of a bucket and of all later ones: a window has no upper edge.</summary>
    public long Since(long bucket) => _counts.Where(c => c.Key >= bucket).Sum(c => (long)c.Value);

    /// <summary>Lets go of the buckets that no window needs any more. It never slides back.</summary>
    public void Slide(long toBucket)
    {
        if (toBucket - Buckets.Kept <= _edge) return;
        _edge = toBucket - Buckets.Kept;
        foreach (var bucket in _counts.Keys)
            if (bucket <= _edge) _counts.Remove(bucket);
    }
}
