namespace EdmStream.Pipeline;

/// <summary>How fast numbers have grown over the last ten seconds, from what they were now and then. For one thread at a time.</summary>
internal sealed class RateWindow<TKey> where TKey : notnull
{
    // A little more than ten seconds: who looks once a second comes a little late at times.
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10.5);

    private readonly List<(TimeSpan At, IReadOnlyDictionary<TKey, long> Values)> _samples = [];

    /// <param name="at">When the values were so, by a clock that only goes forward; what is no later than the last is known already.</param>
    /// <param name="values">The numbers.</param>
    public void Add(TimeSpan at, IReadOnlyDictionary<TKey, long> values)
    {
        if (_samples.Count > 0 && at <= _samples[^1].At) return;
        _samples.Add((at, values));
        _samples.RemoveAll(s => at - s.At > Length);
    }

    /// <summary>By how much a number grows in a second; null where that is not known, or the number went back.</summary>
    public double? Of(TKey key)
    {
        if (_samples.Count < 2 || !_samples[^1].Values.TryGetValue(key, out var now)) return null;
        foreach (var (at, values) in _samples)
            if (values.TryGetValue(key, out var before) && at < _samples[^1].At)
                return now >= before ? Math.Round((now - before) / (_samples[^1].At - at).TotalSeconds, 2) : null;
        return null;
    }

    /// <summary>Of several together; null where none is known.</summary>
    public double? Of(IEnumerable<TKey> keys)
    {
        var known = keys.Select(Of).OfType<double>().ToList();
        return known.Count > 0 ? Math.Round(known.Sum(), 2) : null;
    }
}
