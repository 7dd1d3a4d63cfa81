using Confluent.Kafka;
using EdmContracts;
using EdmKafka;

namespace ObviousStream;

/// <summary>Reads the input topics from the beginning to the end that it finds at the assignment.</summary>
internal sealed partial class LogReader(
    LiveCounts counts, ClientConfigs configs, TopicNames names, ClientLog clientLog, IConfiguration settings, TimeProvider time,
    ILogger<LogReader> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<TopicPartition, long> _ends = [];
    private long _assigned;
    private long _read;

    /// <summary>Ends when all is read.</summary>
    public Task End => _end.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Read(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Read(CancellationToken stopping)
    {
        var group = settings["Stream:Group"] ?? "obvious";
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(configs.Consumer(group))
            .SetLogHandler((_, line) => clientLog.Line(line))
            .SetErrorHandler((_, error) => clientLog.Error(error))
            .SetPartitionsAssignedHandler((c, assigned) => Begin(c, assigned, group))
            .Build();
        consumer.Subscribe(Topics.Input.Select(names.OnCluster));
        while (_assigned == 0 || _ends.Count > 0)
        {
            stopping.ThrowIfCancellationRequested();
            if (consumer.Consume(Poll) is { } result) Take(consumer, result);
        }

        LogRead(_read, time.GetElapsedTime(_assigned).TotalSeconds);
        _end.SetResult();
        consumer.Close();
    }

    private void Take(IConsumer<Ignore, byte[]> consumer, ConsumeResult<Ignore, byte[]> result)
    {
        if (!result.IsPartitionEOF)
        {
            var partition = new LogPartition(names.Logical(result.Topic), result.Partition.Value);
            counts.Take(partition, result.Message.Value, result.Message.Timestamp.UnixTimestampMs);
            consumer.StoreOffset(result);
            _read++;
        }

        if (result.IsPartitionEOF || result.Offset >= _ends.GetValueOrDefault(result.TopicPartition) - 1) _ends.Remove(result.TopicPartition);
    }

    private IEnumerable<TopicPartitionOffset> Begin(IConsumer<Ignore, byte[]> consumer, List<TopicPartition> assigned, string group)
    {
        foreach (var partition in assigned) _ends[partition] = consumer.QueryWatermarkOffsets(partition, Patience).High;
        PartitionsAssigned(group, assigned.Count);
        _assigned = time.GetTimestamp();
        return assigned.Select(p => new TopicPartitionOffset(p, Offset.Beginning));
    }

    [LoggerMessage(LogLevel.Information, "Group {Group} assigned {Partitions} partitions to this reader")]
    private partial void PartitionsAssigned(string group, int partitions);

    [LoggerMessage(LogLevel.Information, "The log was read again: {Records} records in {Seconds:0.0} s")]
    private partial void LogRead(long records, double seconds);
}
