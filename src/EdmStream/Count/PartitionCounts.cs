using EdmContracts;
using EdmContracts.Live;

namespace EdmStream.Count;

/// <summary>
/// What one partition index shows: all that its visitors did, in any of the three topics. A function of the records it
/// is given, in their order, and of the moment asked for; without clock, lock or log. It belongs to one thread.
/// </summary>
internal sealed class PartitionCounts
{
    private readonly Visitors _visitors = new();
    private readonly Dictionary<int, DistinctFigures> _closed = [];
    private readonly HashSet<int> _changed = [];
    private int _lastChanged;
    private (int Bucket, DistinctFigures Figures)? _open;

    /// <summary>What adds up over time.</summary>
    public BucketCounts ByBucket { get; } = new();

    /// <summary>Adds a record that is shown.</summary>
    public void Add(Kind kind, scoped in LogRecord record)
    {
        var shown = new ShownEvent(kind, record);
        if (shown.Bucket != _lastChanged) _changed.Add(_lastChanged = shown.Bucket);
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
        if (_open is var (open, figures) && open < bucket)
        {
            _closed[open] = figures;
            _changed.Add(open);
        }

        var now = _visitors.At(bucket);
        _open = (bucket, now);
        return now;
    }

    /// <summary>Nobody counts until the next moment: the bucket that is open is never closed.</summary>
    public void Leave() => _open = null;

    /// <summary>The distinct figures as they were when a bucket closed; null where nobody counted then.</summary>
    public DistinctFigures? ClosedAt(int bucket) => _closed.GetValueOrDefault(bucket);

    /// <summary>The visitors as they are said.</summary>
    public VisitorHistograms Visitors(int bucket) => _visitors.Said(bucket);

    /// <summary>The buckets that changed since they were last asked for.</summary>
    public IReadOnlyCollection<int> TakeChanged()
    {
        int[] changed = [.. _changed];
        _changed.Clear();
        _lastChanged = 0;
        return changed;
    }

    /// <summary>The buckets of which anything is known.</summary>
    /// <param name="moment">The last one, but for those ahead of the clock.</param>
    public IEnumerable<int> Known(int moment) =>
        Enumerable.Range(moment - Buckets.Kept + 1, Buckets.Kept + Buckets.AMinute).Where(bucket => ByBucket.At(bucket) is not null || _closed.ContainsKey(bucket));

    /// <summary>Moves the windows on to a moment. They never move back.</summary>
    public void Slide(int toBucket)
    {
        ByBucket.Slide(toBucket);
        _visitors.Slide(toBucket);
        foreach (var bucket in _closed.Keys)
            if (bucket <= toBucket - Buckets.Kept) _closed.Remove(bucket);
        foreach (var bucket in _changed)
            if (bucket <= toBucket - Buckets.Kept) _changed.Remove(bucket);
    }
}
