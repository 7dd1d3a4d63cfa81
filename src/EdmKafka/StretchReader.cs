using Confluent.Kafka;

namespace EdmKafka;

/// <summary>
/// Reads short stretches of any topic with their headers, as no member of any group. Its consumer is there from the first
/// stretch on. Any thread may ask; one is served at a time.
/// </summary>
internal sealed class StretchReader(ClientConfigs configs, ClientLog clientLog, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private IConsumer<byte[], byte[]>? _consumer;
    private bool _isOver;

    /// <param name="partition">By its name on the cluster.</param>
    /// <param name="from">The first offset.</param>
    /// <param name="to">The one behind the last.</param>
    /// <exception cref="KafkaException">The log does not hold the beginning any more, or the brokers do not answer.</exception>
    public Task<IReadOnlyList<WrittenRecord>> ReadAsync(TopicPartition partition, long from, long to) =>
        // The client has no way to read that does not hold up its thread.
        Task.Run<IReadOnlyList<WrittenRecord>>(() =>
        {
            lock (_gate) return from < to ? Read(partition, from, to) : [];
        });

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _consumer?.Close();
            _consumer?.Dispose();
        }
    }

    private List<WrittenRecord> Read(TopicPartition partition, long from, long to)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _consumer ??= new ConsumerBuilder<byte[], byte[]>(configs.Stretches()).LogTo(clientLog).Build();
        using var stop = new CancellationTokenSource(patience, time);
        _consumer.Assign(new TopicPartitionOffset(partition, from));
        try
        {
            var read = new List<WrittenRecord>();
            while (true)
            {
                var next = _consumer.Consume(stop.Token);
                if (!next.IsPartitionEOF && next.Offset < to) read.Add(Made(next));

                // The log may have a hole where the stretch ends.
                if (next.IsPartitionEOF || next.Offset >= to - 1) return read;
            }
        }
        catch (OperationCanceledException)
        {
            throw new KafkaException(ErrorCode.Local_TimedOut);
        }
        finally
        {
            _consumer.Unassign();
        }
    }

    private static WrittenRecord Made(ConsumeResult<byte[], byte[]> record)
    {
        var headers = new Dictionary<string, byte[]>();
        foreach (var header in record.Message.Headers) headers[header.Key] = header.GetValueBytes() ?? [];
        return new WrittenRecord(record.Offset, record.Message.Timestamp.UnixTimestampMs, record.Message.Value ?? [], headers);
    }
}
