namespace EdmStream.Count;

/// <summary>
/// Counts by key in a sliding window: it holds every bucket later than the moment's bucket less the window, without an
/// upper edge. Bounded: the first 1,000 keys of a bucket have a count of their own, the rest is <see cref="Other"/>.
/// </summary>
/// <param name="window">The window's length in buckets.</param>
internal sealed class SlidingCounts(int window)
{
    public const string Other = "(other)";
    private const int KeysABucket = 1_000;

    private readonly SortedDictionary<long, Dictionary<string, int>> _buckets = [];
    private readonly Dictionary<string, int> _totals = [];
    private long _edge;

    /// <summary>The counts of the window as of the last <see cref="Slide"/>.</summary>
    public IReadOnlyDictionary<string, int> Totals => _totals;

    public void Add(long bucket, string key)
    {
        if (bucket <= _edge) return;
        if (!_buckets.TryGetValue(bucket, out var counts)) _buckets[bucket] = counts = [];
        if (counts.Count >= KeysABucket && !counts.ContainsKey(key)) key = Other;
        counts[key] = counts.GetValueOrDefault(key) + 1;
        _totals[key] = _totals.GetValueOrDefault(key) + 1;
    }

    /// <summary>Lets go of the buckets that the window has left. It never slides back.</summary>
    public void Slide(long toBucket)
    {
        _edge = Math.Max(_edge, toBucket - window);
        while (_buckets.Count > 0 && _buckets.First() is var (bucket, counts) && bucket <= _edge)
        {
            _buckets.Remove(bucket);
            foreach (var (key, count) in counts)
                if ((_totals[key] -= count) == 0) _totals.Remove(key);
        }
    }
}
