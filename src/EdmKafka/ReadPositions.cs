using EdmKafka.Native;

namespace EdmKafka;

/// <summary>The partitions that are assigned, and how far each is read. For the loop's thread.</summary>
internal sealed class ReadPositions(TopicNames names)
{
    // As the protocol has it: the time behind all that a log holds.
    private const long Latest = -1;

    private readonly Dictionary<LogPartition, ReadPosition> _all = [];

    // By librdkafka's handle of the topic: a record then costs neither a string nor its hash.
    private readonly Dictionary<(nint Topic, int Partition), ReadPosition> _known = [];

    // Records come in runs of one partition.
    private (nint Topic, int Partition) _last;
    private ReadPosition? _lastFound;

    public delegate void Told(in NativePartitions partitions);

    public IReadOnlyCollection<ReadPosition> All => _all.Values;

    public void Begin(IReadOnlyDictionary<LogPartition, long> begin)
    {
        Clear();
        _known.EnsureCapacity(begin.Count);
        foreach (var (partition, offset) in begin) _all[partition] = new ReadPosition(partition, names.OnCluster(partition.Topic), offset);
    }

    public void Clear()
    {
        _all.Clear();
        _known.Clear();
        _lastFound = null;
    }

    /// <summary>Where the partition stands that a record came from.</summary>
    public ReadPosition Of(in NativeRecord record)
    {
        var key = (record.Topic, record.Partition);
        if (_lastFound is not null && key == _last) return _lastFound;
        if (!_known.TryGetValue(key, out var position))
            _known[key] = position = _all[new(names.Logical(record.TopicName), record.Partition)];
        (_last, _lastFound) = (key, position);
        return position;
    }

    /// <summary>Says something about all of them to the client.</summary>
    public void Tell(Told told)
    {
        if (_all.Count == 0) return;
        using var partitions = new NativePartitions(_all.Count);
        foreach (var position in _all.Values) partitions.Add(position.Topic, position.Partition.Index, position.Next);
        told(partitions);
    }

    /// <summary>Notes where each partition ends, as the last fetches told.</summary>
    public void Look(NativeConsumer consumer)
    {
        foreach (var position in _all.Values) position.End = consumer.KnownEnd(position.Topic, position.Partition.Index);
    }

    /// <summary>Asks where each partition ends: while they are paused no fetch tells.</summary>
    /// <exception cref="Confluent.Kafka.KafkaException">The brokers did not answer.</exception>
    public void Ask(NativeConsumer consumer, int patience)
    {
        if (_all.Count == 0) return;
        using var ends = new NativePartitions(_all.Count);
        foreach (var position in _all.Values) ends.Add(position.Topic, position.Partition.Index, Latest);
        consumer.AskOffsets(ends, patience);
        var i = 0;
        foreach (var position in _all.Values) position.End = ends.Items[i++].Offset;
    }

    /// <summary>Lets what was read since the last time count as read in the group.</summary>
    public void Store(NativeConsumer consumer)
    {
        var news = 0;
        foreach (var position in _all.Values)
            if (position.IsNews) news++;
        if (news == 0) return;

        using var offsets = new NativePartitions(news);
        foreach (var position in _all.Values)
        {
            if (!position.IsNews) continue;
            offsets.Add(position.Topic, position.Partition.Index, position.Next);
            position.Stored();
        }

        consumer.Store(offsets);
    }
}
