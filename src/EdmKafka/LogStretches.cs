using Confluent.Kafka;
using EdmKafka.Native;

namespace EdmKafka;

/// <summary>
/// Reads stretches of the input topics, from one offset up to another, as no member of any group: nobody's position is moved
/// by it. For one thread at a time, which it holds up.
/// </summary>
public sealed class LogStretches : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly NativeConsumer _consumer;
    private readonly ReadPositions _positions;

    public LogStretches(ClientConfigs configs, TopicNames names, ClientLog clientLog)
    {
        _consumer = new NativeConsumer(configs.Stretches(), clientLog);
        _positions = new ReadPositions(names);
        Offsets = new LogOffsets(_consumer, names);
    }

    public delegate void Taking(scoped in ConsumedRecord record);

    /// <summary>Answers questions about any partition.</summary>
    public ILogOffsets Offsets { get; }

    /// <summary>Hands over what lies in the stretches, each in its order.</summary>
    /// <param name="stretches">For each partition the first offset, and the one behind the last.</param>
    /// <param name="take">Is given each record; its bytes are good until it returns.</param>
    /// <param name="stopping">Ends the waiting for brokers that are away.</param>
    /// <exception cref="KafkaException">The log does not hold a stretch's beginning any more, or the client cannot go on.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Read(IReadOnlyDictionary<LogPartition, (long From, long To)> stretches, Taking take, CancellationToken stopping)
    {
        var open = stretches.Where(s => s.Value.From < s.Value.To).ToDictionary(s => s.Key, s => s.Value.From);
        if (open.Count == 0) return;
        _positions.Begin(open);
        _consumer.Assign([.. _positions.All.Select(p => (p.Topic, p.Partition.Index, p.Next))]);
        try
        {
            while (open.Count > 0)
            {
                stopping.ThrowIfCancellationRequested();
                var batch = _consumer.Read(Patience);
                try
                {
                    for (var i = 0; i < batch.Count; i++)
                        if (TryTake(batch[i], stretches, take) is { } ended) open.Remove(ended);
                }
                finally
                {
                    batch.GiveBack();
                }
            }
        }
        finally
        {
            _consumer.Unassign();
        }
    }

    public void Dispose()
    {
        _consumer.Close();
        _consumer.Dispose();
    }

    /// <returns>The partition, when that was the last of its stretch.</returns>
    private LogPartition? TryTake(in NativeRecord record, IReadOnlyDictionary<LogPartition, (long From, long To)> stretches, Taking take)
    {
        if (record.Code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange) throw new KafkaException(record.Error);
        if (record.Code is not (ErrorCode.NoError or ErrorCode.Local_PartitionEOF)) return null;

        var position = _positions.Of(record);
        var to = stretches[position.Partition].To;
        var (offset, isEnd) = (record.Offset, record.Code == ErrorCode.Local_PartitionEOF);
        if (!isEnd && offset < to)
        {
            take(new ConsumedRecord { Partition = position.Partition, Offset = offset, ReceiveTime = record.Time, Key = record.Key, Value = record.Value });
            offset++;
        }

        // The log may have a hole where the stretch ends.
        return offset >= to || isEnd ? position.Partition : null;
    }
}
