using Confluent.Kafka;
using EdmKafka.Native;
using EdmKafka.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Reads one partition of a topic from its beginning and goes on with all that is written to it, as no member of any group, on
/// one thread of its own. Brokers that are away are waited for; an error after which the client cannot go on, or one in the
/// reader, ends the process.
/// </summary>
public sealed partial class TopicFollower(
    LogPartition partition, ITopicReader reader, ClientConfigs configs, TopicNames names, TopicSetup topics, ClientLog clientLog,
    TimeProvider time, ILogger<TopicFollower> log)
    : BackgroundService
{
    // As librdkafka has it: the first offset that there is.
    private const long Beginning = -2;

    private readonly ReadTroubles _troubles = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await topics.ReadyAsync(reader.Beat, stoppingToken);
        await Task.Factory.StartNew(() => Follow(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Follow(CancellationToken stopping)
    {
        using var consumer = new NativeConsumer(configs.Follower(), clientLog);
        var beat = new ReaderBeat(reader.Beat, time);
        var topic = names.OnCluster(partition.Topic);
        reader.Begin(_troubles.AskUntilAnswered(() => consumer.Bounds(topic, partition.Index), stopping).End);
        consumer.Assign([(topic, partition.Index, Beginning)]);
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                ReadBatch(consumer, beat.Left);
                beat.WhenDue();
            }
        }
        finally
        {
            consumer.Close();
        }
    }

    private void ReadBatch(NativeConsumer consumer, TimeSpan patience)
    {
        var batch = consumer.Read(patience);
        try
        {
            for (var i = 0; i < batch.Count; i++) HandOver(batch[i]);
        }
        finally
        {
            batch.GiveBack();
        }
    }

    private void HandOver(in NativeRecord record)
    {
        if (record.Code == ErrorCode.Local_PartitionEOF) reader.ReachEnd(record.Offset);
        else if (record.Code == ErrorCode.NoError) Take(record);
        else
        {
            _troubles.Met(record.Error);
            return;
        }

        _troubles.Over();
    }

    private void Take(in NativeRecord record)
    {
        using var span = MessageSpans.AreWanted && reader.TakesNews ? MessageSpans.Process(record, partition, group: null) : null;
        reader.Take(new ConsumedRecord { Partition = partition, Offset = record.Offset, ReceiveTime = record.Time, Key = record.Key, Value = record.Value, Span = span });
    }
}
