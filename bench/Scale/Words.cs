using System.Text;
using Confluent.Kafka;

namespace Scale;

/// <summary>What was said on a topic of one partition, as a plain reader is told it. One caller at a time.</summary>
internal sealed class Words : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TopicPartition _partition;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly Dictionary<string, int> _newest = [];
    private long _next;

    public Words(string bootstrapServers, string topic)
    {
        var config = new ConsumerConfig { BootstrapServers = bootstrapServers, GroupId = "bench-words", EnableAutoCommit = false, EnablePartitionEof = true };
        _partition = new TopicPartition(topic, 0);
        _consumer = new ConsumerBuilder<byte[], byte[]>(config).SetLogHandler((_, _) => { }).Build();
        _consumer.Assign(new TopicPartitionOffset(_partition, Offset.Beginning));
    }

    /// <summary>The records so far.</summary>
    public long Count { get; private set; }

    /// <summary>The bytes of their keys and values, as they are before they are compressed.</summary>
    public long Bytes { get; private set; }

    /// <summary>The bytes of the newest word of each key: what compaction leaves at best, before it is compressed.</summary>
    public long Newest => _newest.Values.Sum(bytes => (long)bytes);

    /// <summary>Reads up to where the log ends now.</summary>
    public Task ToEndAsync() => Task.Run(() =>
    {
        var end = _consumer.QueryWatermarkOffsets(_partition, Patience).High.Value;
        while (_next < end)
        {
            var read = _consumer.Consume(Patience) ?? throw new InvalidOperationException($"{_partition.Topic} was not told up to {end}.");
            _next = read.Offset.Value + (read.IsPartitionEOF ? 0 : 1);
            if (!read.IsPartitionEOF) Take(read.Message);
        }
    });

    public void Dispose() => _consumer.Dispose();

    private void Take(Message<byte[], byte[]> word)
    {
        var bytes = word.Key.Length + (word.Value?.Length ?? 0);
        (Count, Bytes) = (Count + 1, Bytes + bytes);
        _newest[Encoding.UTF8.GetString(word.Key)] = bytes;
    }
}
