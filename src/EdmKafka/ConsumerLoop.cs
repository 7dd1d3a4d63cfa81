using EdmContracts;
using EdmKafka.Native;
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
    private readonly ReadTroubles _troubles = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await topics.ReadyAsync(reader.Beat, stoppingToken);
        await Task.Factory.StartNew(() => Read(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Read(CancellationToken stopping)
    {
        using var consumer = new NativeConsumer(configs.Consumer(group), clientLog);
        var beat = new ReaderBeat(reader.Beat, time);
        var reading = new AssignedReading(group, consumer, reader, names, _troubles, beat, log);
        consumer.Subscribe([.. Topics.Input.Select(names.OnCluster)]);
        try
        {
            while (!stopping.IsCancellationRequested && !reading.IsOver)
            {
                ReadBatch(consumer, reading, beat.Left, stopping);
                reading.Beat(stopping);
            }
        }
        finally
        {
            // Commits what was read and leaves the group, so that the next member need not wait for this one's session.
            consumer.Close();
            while (consumer.TryTakeRebalance(out var last))
                if (last.Kind != RebalanceKind.Assigned) Release(reading, last);
        }
    }

    private void ReadBatch(NativeConsumer consumer, AssignedReading reading, TimeSpan patience, CancellationToken stopping)
    {
        var batch = consumer.Read(patience);
        try
        {
            if (consumer.HasRebalance) Follow(consumer, reading, stopping);
            else reading.HandOver(batch, stopping);
        }
        finally
        {
            batch.GiveBack();
        }
    }

    /// <summary>
    /// Does what the group has told. The records of the same call are of before and are dropped unread, and librdkafka fetches
    /// none until it is answered. Nothing is lost by that: what was not handed over was not stored either, and whoever has
    /// the partition next begins where its reader says. Nothing is doubled: after the answer only what lies behind that
    /// offset is fetched, and what the library still held from before is thrown away.
    /// </summary>
    private void Follow(NativeConsumer consumer, AssignedReading reading, CancellationToken stopping)
    {
        while (consumer.TryTakeRebalance(out var rebalance))
        {
            if (rebalance.Kind == RebalanceKind.Assigned)
            {
                reading.Begin(rebalance.Partitions, stopping);
                PartitionsAssigned(group, rebalance.Partitions.Count);
            }
            else
            {
                // The reader first: from the answer on, another member may have the partitions.
                Release(reading, rebalance);
                consumer.Unassign();
            }
        }
    }

    private void Release(AssignedReading reading, Rebalance rebalance)
    {
        reading.End();
        PartitionsReleased(group, rebalance.Partitions.Count, rebalance.Kind == RebalanceKind.Lost ? "lost" : "given back");
    }

    [LoggerMessage(LogLevel.Information, "Group {Group} assigned {Partitions} partitions to this reader")]
    private partial void PartitionsAssigned(string group, int partitions);

    [LoggerMessage(LogLevel.Information, "Group {Group}: {Partitions} partitions were {How}")]
    private partial void PartitionsReleased(string group, int partitions, string how);
}
