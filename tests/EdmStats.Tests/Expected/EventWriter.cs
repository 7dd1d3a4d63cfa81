using System.Collections.Concurrent;
using Confluent.Kafka;

namespace EdmStats.Tests.Expected;

/// <summary>Writes records straight to the topics, at a steady pace until it is told to stop, and waits for brokers that are away.</summary>
internal sealed class EventWriter : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly string _prefix;
    private readonly IProducer<byte[], byte[]> _producer;
    private readonly ConcurrentQueue<TopicPartitionOffset> _written = new();

    public EventWriter(string servers, string prefix)
    {
        _prefix = prefix;
        var config = new ProducerConfig
        {
            BootstrapServers = servers,
            EnableIdempotence = true,
            MessageTimeoutMs = (int)Patience.TotalMilliseconds,
            LingerMs = 5,
            ReconnectBackoffMaxMs = 500,
        };
        _producer = new ProducerBuilder<byte[], byte[]>(config).SetLogHandler((_, _) => { }).Build();
    }

    /// <summary>Where the brokers say that they have the records which they acknowledged; of a repeated one they may not say the offset.</summary>
    public IReadOnlyCollection<TopicPartitionOffset> Written => _written;

    public async Task RunAsync(RandomEvents events, int aSecond, Task enough)
    {
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        while (!enough.IsCompleted && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            for (var i = 0; i < aSecond / 10; i++) Write(events.Next());
        await FlushAsync();
    }

    public void Write(LogEntry entry)
    {
        var message = new Message<byte[], byte[]> { Key = entry.Key!, Value = entry.Value!, Timestamp = new Timestamp(entry.Time, TimestampType.CreateTime) };
        _producer.Produce(new TopicPartition(_prefix + entry.Topic, entry.Partition), message, report =>
        {
            if (report.Error.IsError) _failures.Enqueue(report.Error.Reason);
            else _written.Enqueue(report.TopicPartitionOffset);
        });
    }

    /// <summary>Ends when every record is acknowledged.</summary>
    public async Task FlushAsync()
    {
        var left = await Task.Run(() => _producer.Flush(Patience), TestContext.Current.CancellationToken);
        Assert.True(left == 0 && _failures.IsEmpty, $"{left} records were not written; {string.Join("; ", _failures.Take(3))}");
    }

    public void Dispose() => _producer.Dispose();
}
