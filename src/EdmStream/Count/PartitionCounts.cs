using EdmContracts;

namespace EdmStream.Count;

/// <summary>
/// What one partition index shows: all that its visitors did, in any of the three topics. A function of the records it
/// is given, in their order, and of the moment asked for; without clock, lock or log. It belongs to one thread.
/// </summary>
internal sealed class PartitionCounts
{
    private readonly Visitors _visitors = new();
    private readonly Dictionary<int, DistinctFigures> _closed = [];
    private (int Bucket, DistinctFigures Figures)? _open;

    /// <summary>What adds up over time.</summary>
    public BucketCounts ByBucket { get; } = new();

    /// <summary>Adds a record that is shown.</summary>
    public void Add(Kind kind, scoped in LogRecord record)
    {
        var shown = new ShownEvent(kind, record);
        ByBucket.Add(shown);
        _visitors.Add(shown);
    }

    /// <summary>
    /// What adds up over partitions alone, as of a moment. It stands as that of the moment's bucket until the next moment;
    /// when that lies in a later bucket, it is what the bucket closed with. That alone is a record, and no function of the
    /// log.
    /// </summary>
    /// <param name="bucket">The moment's; not before the last one.</param>
    public DistinctFigures DistinctAt(int bucket)
    {
        if (_open is var (open, figures) && open < bucket) _closed[open] = figures;
        var now = _visitors.At(bucket);
        _open = (bucket, now);
        return now;
    }

    /// <summary>Nobody counts until the next moment: the bucket that is open is never closed.</summary>
    public void Leave() => _open = null;

    /// <summary>The distinct figures as they were when a bucket closed; null where nobody counted then.</summary>
    public DistinctFigures? ClosedAt(int bucket) => _closed.GetValueOrDefault(bucket);

    /// <summary>Moves the windows on to a moment. They never move back.</summary>
    public void Slide(int toBucket)
    {
        ByBucket.Slide(toBucket);
        _visitors.Slide(toBucket);
        foreach (var bucket in _closed.Keys)
            if (bucket <= toBucket - Buckets.Kept) _closed.Remove(bucket);
    }
}
