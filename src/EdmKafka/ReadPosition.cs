namespace EdmKafka;

/// <summary>How far one assigned partition is read. For the loop's thread.</summary>
/// <param name="partition">Which one.</param>
/// <param name="topic">Its topic's name on the cluster.</param>
/// <param name="begin">The offset to begin at.</param>
internal sealed class ReadPosition(LogPartition partition, string topic, long begin)
{
    public LogPartition Partition => partition;

    public string Topic => topic;

    /// <summary>The offset that comes next, by which a hole in the log is seen.</summary>
    public long Next { get; private set; } = begin;

    /// <summary>The records that were handed over.</summary>
    public long Taken { get; private set; }

    /// <summary>The log's end as the client knows it; null before it does. A record that comes next has this offset.</summary>
    public long? End { get; set; }

    /// <summary>What is yet to be read. Any thread may ask.</summary>
    public long? Lag => End is { } end ? Math.Max(0, end - Next) : null;

    /// <summary>Whether what was read is yet to be stored.</summary>
    public bool IsNews { get; private set; }

    /// <summary>A record was handed over.</summary>
    public void Take(long offset)
    {
        Taken++;
        Reach(offset + 1);
    }

    /// <summary>All before this offset was read, and counts as read in the group.</summary>
    public void Reach(long next)
    {
        Next = next;
        IsNews = true;
    }

    /// <summary>The log no longer holds these.</summary>
    public void Skip(long count) => Next += count;

    public void Stored() => IsNews = false;
}
