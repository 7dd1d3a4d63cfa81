using Confluent.Kafka;
using Confluent.Kafka.Admin;
using EdmContracts;

namespace EdmKafka.Tests;

public class ExpiredOffsetsTests(SharedKafka shared)
{
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public async Task Offsets_that_the_log_no_longer_holds_are_told_exactly(int deleted)
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        var partition = await WriteTenAsync(kafka);
        await DeleteAsync(kafka, partition, deleted);

        var reader = new RecordingReader { From = (_, _) => 0 };
        await using var host = await KafkaHost.StartAsync(kafka, reader);

        await Eventually.EqualAsync(10L, () => reader.Assignments.Single().Ends.GetValueOrDefault(partition), KafkaHost.Patience);
        Assert.Equal([(partition, (long)deleted)], reader.Assignments.Single().Expired);
        Assert.Equal(Enumerable.Range(deleted, 10 - deleted).Select(i => (long)i), reader.Records.Select(r => r.Offset));
        Assert.Equal(1, host.Log.Count($"The log of edm-ui-click[{partition.Index}] no longer holds {deleted} records from offset 0 on"));
    }

    [Fact]
    public async Task Offsets_without_a_record_inside_the_log_are_not_called_expired()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();

        // The mark of a transaction takes an offset of its own.
        using var writer = new ProducerBuilder<Null, string>(new ProducerConfig { BootstrapServers = kafka.Servers, TransactionalId = kafka.Prefix })
            .SetLogHandler((_, _) => { })
            .Build();
        writer.InitTransactions(KafkaHost.Patience);
        foreach (var value in (string[])["first", "second"])
        {
            writer.BeginTransaction();
            writer.Produce(new TopicPartition(kafka.Prefix + Topics.Click, 0), new Message<Null, string> { Value = value });
            writer.CommitTransaction(KafkaHost.Patience);
        }

        await Eventually.EqualAsync(4L, () => reader.Assignments.Single().Ends.GetValueOrDefault(new LogPartition(Topics.Click, 0)), KafkaHost.Patience);
        Assert.Equal([0L, 2L], reader.Records.Select(r => r.Offset));
        Assert.Empty(reader.Assignments.Single().Expired);
    }

    private static async Task<LogPartition> WriteTenAsync(KafkaUnderTest kafka)
    {
        await using var writer = await KafkaHost.StartAsync(kafka);
        await writer.ReadyAsync();
        var last = default(Delivery);
        for (var i = 0; i < 10; i++) last = await writer.ProduceAsync(Topics.Click, "visitor", $"value {i}");
        Assert.Equal(9, last.Offset);
        return new LogPartition(Topics.Click, last.Partition);
    }

    private static async Task DeleteAsync(KafkaUnderTest kafka, LogPartition partition, long before)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.Servers }).Build();
        await admin.DeleteRecordsAsync(
            [new TopicPartitionOffset(kafka.Prefix + partition.Topic, partition.Index, before)], new DeleteRecordsOptions { RequestTimeout = KafkaHost.Patience });
    }
}
