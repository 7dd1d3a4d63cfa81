using System.Collections.Concurrent;
using System.Text;

namespace EdmKafka.Tests;

/// <summary>Keeps all that a loop hands over. Written by the loop's thread alone, read by the test's.</summary>
internal sealed class RecordingReader : IPartitionReader
{
    private readonly ConcurrentQueue<Assignment> _assignments = new();
    private Assignment? _current;

    /// <summary>Where to begin; when not said: where the log begins.</summary>
    public Func<LogPartition, ILogOffsets, long> From { get; init; } = (partition, log) => log.Bounds(partition).Start;

    /// <summary>Called inside each call, with its name and, where it is <c>Take</c>, with the record.</summary>
    public Action<string, Handed?> During { get; init; } = (_, _) => { };

    public IReadOnlyCollection<Assignment> Assignments => _assignments;

    public int Beats { get; private set; }

    public bool IsSettled { get; set; } = true;

    public ReaderNeed Needs { get; set; }

    /// <summary>Of all assignments, in the order in which they were handed over.</summary>
    public IReadOnlyList<Handed> Records => [.. _assignments.SelectMany(a => a.Records)];

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log)
    {
        During(nameof(Begin), null);
        _current = new Assignment(partitions.ToDictionary(p => p, p => From(p, log)), IsClean: _current is null or { IsReleased: true });
        _assignments.Enqueue(_current);
        return _current.Begin;
    }

    public void Take(scoped in ConsumedRecord record)
    {
        var handed = new Handed(record.Partition, record.Offset, Encoding.UTF8.GetString(record.Value)) { ReceiveTime = record.ReceiveTime };
        During(nameof(Take), handed);
        _current!.Records.Enqueue(handed);
    }

    public void Expire(LogPartition partition, long count) => _current!.Expired.Enqueue((partition, count));

    public void ReachEnd(LogPartition partition, long end) => _current!.Ends[partition] = end;

    public void Beat()
    {
        During(nameof(Beat), null);
        Beats++;
    }

    public void Release()
    {
        During(nameof(Release), null);
        if (_current is not null) _current.IsReleased = true;
    }

    /// <summary>One record as it was handed over.</summary>
    internal sealed record Handed(LogPartition Partition, long Offset, string Value)
    {
        public long ReceiveTime { get; init; }
    }

    /// <summary>What lay between one Begin and its Release.</summary>
    /// <param name="Begin">The partitions, and where each began.</param>
    /// <param name="IsClean">Whether the one before was released first.</param>
    internal sealed record Assignment(IReadOnlyDictionary<LogPartition, long> Begin, bool IsClean)
    {
        public ConcurrentQueue<Handed> Records { get; } = new();

        public ConcurrentQueue<(LogPartition Partition, long Count)> Expired { get; } = new();

        public ConcurrentDictionary<LogPartition, long> Ends { get; } = new();

        public bool IsReleased { get; set; }
    }
}
