using EdmContracts.Live;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// What is known of one partition by the newest words about it, whoever said them. It works the figures of distinct visitors
/// out at its own moment, and forgets buckets by its own clock. It belongs to one thread.
/// </summary>
internal sealed class SharedPartition
{
    private readonly Dictionary<int, IReadOnlyDictionary<string, long>> _upTo = [];
    private readonly Dictionary<int, DistinctFigures> _closed = [];
    private VisitorMoments? _visitors;

    /// <summary>How far it is counted; null before that was said.</summary>
    public Head? Head { get; private set; }

    /// <summary>What adds up over time.</summary>
    public BucketCounts ByBucket { get; } = new();

    /// <summary>The buckets that were spoken of.</summary>
    public IReadOnlyCollection<int> Buckets => _upTo.Keys;

    /// <summary>The distinct figures as they were when buckets closed.</summary>
    public IReadOnlyDictionary<int, DistinctFigures> Closed => _closed;

    /// <summary>The distinct figures as they were when a bucket closed; null where nobody counted then.</summary>
    public DistinctFigures? ClosedAt(int bucket) => _closed.GetValueOrDefault(bucket);

    /// <summary>The distinct figures as of a bucket.</summary>
    public DistinctFigures DistinctAt(int bucket) => _visitors?.At(bucket) ?? DistinctFigures.None;

    /// <returns>Whether it counts instead of the one that was known.</returns>
    public bool Take(Head head)
    {
        if (!WordOrder.IsNewer(head.UpTo, Head?.UpTo)) return false;
        Head = head;
        var said = head.Visitors;
        _visitors = new VisitorMoments(
            said.Seen.After, said.Buyers.After, said.Carts.After, said.Viewed.After, said.Added.After, said.Checkout.After, said.Ordered.After);
        return true;
    }

    /// <returns>Whether it counts instead of the one that was known.</returns>
    public bool Take(Slice slice)
    {
        var bucket = slice.Bucket;
        if (!WordOrder.IsNewer(slice.UpTo, _upTo.GetValueOrDefault(bucket)) || ByBucket.Anew(bucket) is not { } counts) return false;
        _upTo[bucket] = slice.UpTo;
        SaidCounts.Read(slice.Counts, counts);
        if (slice.Closed is not null) _closed[bucket] = SaidCounts.Read(slice.Closed);
        return true;
    }

    /// <summary>Moves the windows on to a moment. They never move back.</summary>
    public void Slide(int toBucket)
    {
        ByBucket.Slide(toBucket);
        foreach (var bucket in _upTo.Keys)
        {
            if (bucket > toBucket - Count.Buckets.Kept) continue;
            _upTo.Remove(bucket);
            _closed.Remove(bucket);
        }
    }
}
