using EdmContracts.Live;

namespace EdmStream.Count;

/// <summary>
/// How many visitors have a moment in which bucket. How many have theirs after some bucket is a suffix sum: so the figure
/// sinks by itself as time goes on.
/// </summary>
internal sealed class BucketHistogram
{
    // More than an hour and what may lie ahead of it. A bucket whose place is taken by another stands among the far ones.
    private const int Near = 2_048;

    private readonly (int Bucket, int Visitors)[] _near = new (int, int)[Near];
    private readonly Dictionary<int, int> _far = [];

    /// <summary>How many have their moment in a later bucket.</summary>
    public int After(int bucket)
    {
        var sum = 0;
        foreach (var (at, visitors) in _near)
            if (at > bucket) sum += visitors;
        foreach (var (at, visitors) in _far)
            if (at > bucket) sum += visitors;
        return sum;
    }

    /// <summary>As it is said: the buckets from one on to another, and those behind it that are not empty.</summary>
    public Histogram Between(int first, int last)
    {
        var counts = new int[last - first + 1];
        Dictionary<int, int>? far = null;
        foreach (var (bucket, visitors) in _near) Include(bucket, visitors);
        foreach (var (bucket, visitors) in _far) Include(bucket, visitors);
        return new Histogram(first, counts, far);

        void Include(int bucket, int visitors)
        {
            if (bucket < first || visitors == 0) return;
            if (bucket <= last) counts[bucket - first] += visitors;
            else (far ??= [])[bucket] = far.GetValueOrDefault(bucket) + visitors;
        }
    }

    /// <summary>A visitor's moment moves; zero is none.</summary>
    public void Move(ref int moment, int to)
    {
        if (moment == to) return;
        Add(moment, -1);
        Add(to, +1);
        moment = to;
    }

    /// <summary>Forgets a visitor's moment; zero is none.</summary>
    public void Forget(int moment) => Add(moment, -1);

    private void Add(int bucket, int change)
    {
        if (bucket == 0) return;
        ref var near = ref _near[bucket % Near];
        if (near.Visitors == 0) near.Bucket = bucket;
        if (near.Bucket == bucket)
        {
            near.Visitors += change;
            return;
        }

        // A bucket may stand in both, and less than none in one of them: only the sum counts.
        _far[bucket] = _far.GetValueOrDefault(bucket) + change;
        if (_far[bucket] == 0) _far.Remove(bucket);
    }
}
