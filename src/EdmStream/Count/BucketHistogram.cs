namespace EdmStream.Count;

/// <summary>
/// How many visitors have a moment in which bucket. How many have theirs after some bucket is a suffix sum: so the figure
/// sinks by itself as time goes on.
/// </summary>
internal sealed class BucketHistogram
{
    private readonly Dictionary<int, int> _visitors = [];

    /// <summary>How many have their moment in a later bucket.</summary>
    public int After(int bucket)
    {
        var sum = 0;
        foreach (var (at, visitors) in _visitors)
            if (at > bucket) sum += visitors;
        return sum;
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
        ref var visitors = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_visitors, bucket, out _);
        visitors += change;
        if (visitors == 0) _visitors.Remove(bucket);
    }
}
