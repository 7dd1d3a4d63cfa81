using Confluent.Kafka;
using EdmContracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Reads the input topics as one member of a group and hands each record to its reader, on one thread of its own. An
/// offset is committed only after the reader has done its work. Brokers that are away are waited for; an error after
/// which the client cannot go on, or one in the reader, ends the process.
/// </summary>
public sealed partial class ConsumerLoop(
    string group, IPartitionReader reader, ClientConfigs configs, TopicNames names, TopicSetup topics, ClientLog clientLog,
    TimeProvider time, ILogger<ConsumerLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The offset that comes next, by which a hole in the log is seen.
    private readonly Dictionary<LogPartition, long> _next = [];
    private readonly ReadTroubles _troubles = new(log);
    private long _lastBeat;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!topics.Ready.IsCompleted)
        {
            // Who looks is told that the brokers are silent, or a topic is missing.
            reader.Beat();
            await Task.WhenAny(topics.Ready, Task.Delay(Poll, time, stoppingToken));
            stoppingToken.ThrowIfCancellationRequested();
        }

        await Task.Factory.StartNew(() => Read(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Read(CancellationToken stopping)
    {
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(configs.Consumer(group))
            .SetLogHandler((_, line) => clientLog.Line(line))
            .SetErrorHandler((_, error) => clientLog.Error(error))
            .SetPartitionsAssignedHandler((c, assigned) => Begin(c, assigned, stopping))
            .SetPartitionsRevokedHandler((_, revoked) => Release(revoked.Count, "given back"))
            .SetPartitionsLostHandler((_, lost) => Release(lost.Count, "lost"))
            .Build();
        consumer.Subscribe(Topics.Input.Select(names.OnCluster));
        try
        {
            while (!stopping.IsCancellationRequested) ReadOne(consumer, stopping);
        }
        finally
        {
            // Commits what was read and leaves the group, so that the next member need not wait for this one's session.
            consumer.Close();
        }
    }

    private void ReadOne(IConsumer<Ignore, byte[]> consumer, CancellationToken stopping)
    {
        try
        {
            if (consumer.Consume(Poll) is { } result) HandOver(consumer, result, stopping);
            _troubles.Over();
        }
        catch (ConsumeException e) when (!e.Error.IsFatal)
        {
            _troubles.Met(e.Error);
        }

        if (time.GetElapsedTime(_lastBeat) < Poll) return;
        reader.Beat();

        // Afterwards: a beat that takes long must not leave one record between two.
        _lastBeat = time.GetTimestamp();
    }

    private void HandOver(IConsumer<Ignore, byte[]> consumer, ConsumeResult<Ignore, byte[]> result, CancellationToken stopping)
    {
        var partition = new LogPartition(names.Logical(result.Topic), result.Partition.Value);
        var offset = result.Offset.Value;
        if (offset > _next[partition]) Expire(partition, offset, () => consumer.QueryWatermarkOffsets(result.TopicPartition, Patience), stopping);
        if (result.IsPartitionEOF)
        {
            // Stored here too, so that whoever watches the group sees a position where there never was a record.
            reader.ReachEnd(partition, offset);
            consumer.StoreOffset(result.TopicPartitionOffset);
            return;
        }

        reader.Take(new ConsumedRecord
        {
            Partition = partition,
            Offset = offset,
            ReceiveTime = result.Message.Timestamp.UnixTimestampMs,
            Value = result.Message.Value,
        });
        _next[partition] = offset + 1;
        consumer.StoreOffset(result);
    }

    /// <summary>Only what lies before the log's start is gone; a hole behind it is nobody's to explain away.</summary>
    private void Expire(LogPartition partition, long offset, Func<WatermarkOffsets> bounds, CancellationToken stopping)
    {
        var start = _troubles.AskUntilAnswered(bounds, stopping).Low.Value;
        var gone = Math.Min(start, offset) - _next[partition];
        if (gone <= 0) return;
        OffsetsExpired(partition.Topic, partition.Index, _next[partition], gone);
        reader.Expire(partition, gone);
        _next[partition] += gone;
    }

    private List<TopicPartitionOffset> Begin(IConsumer<Ignore, byte[]> consumer, List<TopicPartition> assigned, CancellationToken stopping)
    {
        var partitions = assigned.ConvertAll(p => new LogPartition(names.Logical(p.Topic), p.Partition.Value));
        var begin = _troubles.AskUntilAnswered(() => reader.Begin(partitions, new LogOffsets(consumer, names)), stopping);
        _next.Clear();
        foreach (var (partition, offset) in begin) _next[partition] = offset;
        PartitionsAssigned(group, partitions.Count);
        return [.. begin.Select(b => new TopicPartitionOffset(names.OnCluster(b.Key.Topic), b.Key.Index, b.Value))];
    }

    private void Release(int count, string how)
    {
        _next.Clear();
        reader.Release();
        PartitionsReleased(group, count, how);
    }

    [LoggerMessage(LogLevel.Information, "Group {Group} assigned {Partitions} partitions to this reader")]
    private partial void PartitionsAssigned(string group, int partitions);

    [LoggerMessage(LogLevel.Information, "Group {Group}: {Partitions} partitions were {How}")]
    private partial void PartitionsReleased(string group, int partitions, string how);

    [LoggerMessage(LogLevel.Warning, "The log of {Topic}[{Partition}] no longer holds {Count} records from offset {Offset} on: they were never read")]
    private partial void OffsetsExpired(string topic, int partition, long offset, long count);
}
