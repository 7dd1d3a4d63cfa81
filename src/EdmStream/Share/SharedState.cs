namespace EdmStream.Share;

/// <summary>
/// What all nodes say on <c>edm-live</c>, by partition. A word counts when none of its offsets is lower than in the one with
/// its key that is known: so a node that lost a partition and goes on speaking changes nothing. Where a head is withdrawn,
/// all slices of its partition are forgotten; where a slice is, nothing is: that is for compaction alone. Any thread may call.
/// </summary>
internal sealed class SharedState
{
    // A monitor, not a Lock: others wait for what is read.
    private readonly object _gate = new();
    private readonly SortedDictionary<int, SharedPartition> _partitions = [];

    /// <summary>The offset on <c>edm-live</c> that comes next.</summary>
    public long Position { get; private set; }

    /// <returns>Whether it counts.</returns>
    public bool Take(Word word)
    {
        lock (_gate)
        {
            if (word.IsWithdrawal) return word.Bucket is null && _partitions.Remove(word.Partition);
            if (!_partitions.TryGetValue(word.Partition, out var partition)) _partitions[word.Partition] = partition = new SharedPartition();
            return word.Head is { } head ? partition.Take(head) : partition.Take(word.Slice!);
        }
    }

    /// <summary>The topic is read up to this offset.</summary>
    public void Reach(long position)
    {
        lock (_gate)
        {
            Position = position;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until the topic is read up to an offset.</summary>
    /// <returns>Whether it is.</returns>
    public bool WaitFor(long position, TimeSpan patience)
    {
        lock (_gate)
        {
            while (Position < position)
                if (!Monitor.Wait(_gate, patience)) return false;
            return true;
        }
    }

    /// <summary>What was said of each partition whose head is known.</summary>
    public IReadOnlyDictionary<int, SaidPartition> Said()
    {
        lock (_gate)
            return _partitions.Where(p => p.Value.Head is not null).ToDictionary(
                p => p.Key, p => new SaidPartition(p.Value.Head!, [.. p.Value.Buckets], p.Value.Closed.ToDictionary()));
    }

    /// <summary>Works something out of the partitions whose head is known, by their numbers, and of how far the topic is read; nothing changes meanwhile.</summary>
    public T Of<T>(Func<IReadOnlyList<SharedPartition>, long, T> work)
    {
        lock (_gate) return work([.. _partitions.Values.Where(p => p.Head is not null)], Position);
    }
}
