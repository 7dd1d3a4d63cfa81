using EdmContracts.Live;
using EdmKafka;
using EdmStream.Count;
using EdmStream.Push;

namespace EdmStream.Share;

/// <summary>
/// What the owner of a partition has to say of it: each bucket that changed, and then how far it is counted. The open bucket
/// is said whenever it changed, changes to a closed one every five seconds at most while more comes. It belongs to the thread that
/// counts.
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

    private readonly LogWatch _rows = new(LogFilter.All);
    private readonly OthersWords _others = new();
    private readonly SortedSet<int> _unsaid = [];

    // When a change to a closed bucket was last said. That it closed is no change: what comes just behind need not wait.
    private readonly Dictionary<int, long> _saidClosed = [];
    private readonly List<int> _saying = [];
    private IReadOnlyDictionary<string, long> _saidUpTo = new Dictionary<string, long>();
    private long _saidHead;
    private LogView _saidRows = LogView.Empty;
    private bool _began, _heardItself;

    /// <summary>The partition.</summary>
    public int Index => index;

    /// <summary>An event is shown.</summary>
    public void Offer(ref PendingRow row) => _rows.Offer(ref row);

    /// <summary>
    /// A word about the partition lies on the topic. Compaction keeps the one that came last: what somebody else said, or this
    /// node before it took the partition, is said again when it is counted that far; after a withdrawal, at once.
    /// </summary>
    public void Hear(Word word)
    {
        if (word.Speaker == (node, assignment)) _heardItself = true;
        else if (!word.IsWithdrawal) _others.Add(word);

        // Before its own first word it takes nothing away.
        else if (_heardItself && word.Bucket is { } bucket) _unsaid.Add(bucket);
        else if (_heardItself)
        {
            _began = false;
            _saidClosed.Clear();
        }
    }

    /// <summary>Moves the windows on to a moment, and closes the buckets before it.</summary>
    public void Slide(long now)
    {
        counts.Slide(Buckets.Of(now));
        counts.DistinctAt(Buckets.Of(now));
    }

    /// <summary>Writes what there is to say now; nothing when there is none.</summary>
    /// <param name="batch">Takes the slices, and the head behind them.</param>
    /// <param name="now">The clock: milliseconds since 1970.</param>
    public void Say(RecordBatch batch, long now)
    {
        var moment = Buckets.Of(now);
        var upTo = books.ToDictionary(b => b.Key, b => b.Value.Next);
        var isQuiet = upTo.All(u => _saidUpTo.GetValueOrDefault(u.Key, -1) == u.Value);
        var isNews = !isQuiet | !_began | Collect(moment, upTo);
        _saying.Clear();
        _saying.AddRange(_unsaid.Where(bucket => isQuiet || bucket >= moment || !(_saidClosed.TryGetValue(bucket, out var said) && now - said < ClosedPace)));
        foreach (var bucket in _saying)
        {
            _unsaid.Remove(bucket);
            if (bucket < moment) _saidClosed[bucket] = _saidClosed.ContainsKey(bucket) ? now : now - ClosedPace;
            var closed = counts.ClosedAt(bucket) is { } figures ? SaidCounts.Of(figures) : null;
            LiveWords.Add(batch, Slice.KeyOf(index, bucket), new Slice(index, bucket, node, assignment, upTo, SaidCounts.OrNothing(counts.ByBucket.At(bucket)), closed));
        }

        if (!isNews && _saying.Count == 0 && now - _saidHead < Second) return;
        (_saidUpTo, _saidHead, _began) = (upTo, now, true);
        LiveWords.Add(batch, Head.KeyOf(index), new Head(
            index, node, assignment, now, countedTo(), since, books.ToDictionary(b => b.Key, b => b.Value.Said), counts.Visitors(moment), NewRows()));
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

    /// <summary>Notes which buckets are to be said.</summary>
    /// <returns>Whether the head is to be said in any case.</returns>
    private bool Collect(int moment, IReadOnlyDictionary<string, long> upTo)
    {
        var again = _others.Passed(upTo);
        if (!_began) _unsaid.UnionWith(counts.Known(moment));
        _unsaid.UnionWith(counts.TakeChanged());
        _unsaid.UnionWith(again.OfType<int>());
        _unsaid.RemoveWhere(bucket => bucket <= moment - Buckets.Kept);
        foreach (var bucket in _saidClosed.Keys)
            if (bucket <= moment - Buckets.Kept) _saidClosed.Remove(bucket);
        return again.Contains(null);
    }

    private List<HeadEvent> NewRows()
    {
        var view = _rows.View();
        var (rows, _) = view.Since(_saidRows);
        _saidRows = view;
        return [.. rows.Reverse().Select(r => new HeadEvent(r.Topic, r.Offset, r.Type, r.EventTime, r.Received, r.Visitor, r.Text))];
    }
}
