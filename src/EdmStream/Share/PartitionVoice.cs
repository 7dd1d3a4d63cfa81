using EdmContracts.Live;
using EdmKafka;
using EdmStream.Count;

namespace EdmStream.Share;

/// <summary>
/// What the owner of a partition has to say of it: each bucket that changed, and then how far it is counted. The open bucket
/// is said whenever it changed, a closed one every five seconds at most. It belongs to the thread that counts.
/// </summary>
/// <param name="index">The partition.</param>
/// <param name="node">Who speaks.</param>
/// <param name="assignment">The node's own number, one higher each time it takes the partition.</param>
/// <param name="counts">What is counted.</param>
/// <param name="books">By input topic.</param>
/// <param name="since">The books go back to what was received at this moment: milliseconds since 1970.</param>
/// <param name="countedTo">Tells up to which moment all that was received is counted.</param>
internal sealed class PartitionVoice(
    int index, string node, long assignment, PartitionCounts counts, IReadOnlyDictionary<string, Tally> books, long since, Func<long> countedTo)
{
    private const long Second = 1_000, ClosedPace = 5 * Second;

    private readonly SortedSet<int> _unsaid = [];

    // When a bucket was last said since it closed.
    private readonly Dictionary<int, long> _saidClosed = [];
    private readonly List<int> _saying = [];
    private IReadOnlyDictionary<string, long> _saidUpTo = new Dictionary<string, long>();
    private long _saidHead;
    private bool _began;

    /// <summary>Writes what there is to say now; nothing when there is none.</summary>
    /// <param name="batch">Takes the slices, and the head behind them.</param>
    /// <param name="now">The clock: milliseconds since 1970.</param>
    public void Say(RecordBatch batch, long now)
    {
        var moment = Buckets.Of(now);
        if (!_began) _unsaid.UnionWith(counts.Known(moment));
        _began = true;
        _unsaid.UnionWith(counts.TakeChanged());
        _unsaid.RemoveWhere(bucket => bucket <= moment - Buckets.Kept);
        foreach (var bucket in _saidClosed.Keys)
            if (bucket <= moment - Buckets.Kept) _saidClosed.Remove(bucket);

        var upTo = books.ToDictionary(b => b.Key, b => b.Value.Next);
        _saying.Clear();
        _saying.AddRange(_unsaid.Where(bucket => bucket >= moment || !(_saidClosed.TryGetValue(bucket, out var said) && now - said < ClosedPace)));
        foreach (var bucket in _saying)
        {
            _unsaid.Remove(bucket);
            if (bucket < moment) _saidClosed[bucket] = now;
            var closed = counts.ClosedAt(bucket) is { } figures ? SaidCounts.Of(figures) : null;
            LiveWords.Add(batch, Slice.KeyOf(index, bucket), new Slice(index, bucket, node, assignment, upTo, SaidCounts.OrNothing(counts.ByBucket.At(bucket)), closed));
        }

        var isNews = _saying.Count > 0 || !upTo.All(u => _saidUpTo.GetValueOrDefault(u.Key, -1) == u.Value);
        if (!isNews && now - _saidHead < Second) return;
        (_saidUpTo, _saidHead) = (upTo, now);
        LiveWords.Add(batch, Head.KeyOf(index), new Head(index, node, assignment, now, countedTo(), since, books.ToDictionary(b => b.Key, b => b.Value.Said), counts.Visitors(moment)));
    }

    /// <summary>What was said last did not arrive: it is said again, as it is then.</summary>
    public void SayAgain()
    {
        foreach (var bucket in _saying)
        {
            _unsaid.Add(bucket);
            _saidClosed.Remove(bucket);
        }

        _saidUpTo = new Dictionary<string, long>();
    }
}
