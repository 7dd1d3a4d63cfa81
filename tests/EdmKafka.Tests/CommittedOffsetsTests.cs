using Confluent.Kafka;
using EdmContracts;

namespace EdmKafka.Tests;

public class CommittedOffsetsTests(SharedKafka shared)
{
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_stop_commits_what_was_read(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        var host = await KafkaHost.StartAsync(kafka, reader);
        var last = await WriteAsync(host, "a", "b", "c");
        await Eventually.EqualAsync(3, () => reader.Records.Count, KafkaHost.Patience);

        await host.StopAsync();

        Assert.Equal(3, Committed(kafka, last.Partition));
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task What_was_read_is_committed_while_reading_goes_on(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka, new RecordingReader());
        var last = await WriteAsync(host, "a", "b", "c");

        await Eventually.EqualAsync(3L, () => Committed(kafka, last.Partition), KafkaHost.Patience);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_whose_reading_failed_is_not_committed(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader { During = (_, record) => ThrowAt(record, "bad") };
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        var last = await WriteAsync(host, "good", "good", "bad", "good");

        await host.End.WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(2, Committed(kafka, last.Partition));
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task What_is_not_settled_is_not_committed(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader { IsSettled = false };
        var host = await KafkaHost.StartAsync(kafka, reader);
        var last = await WriteAsync(host, "a", "b", "c");
        await Eventually.EqualAsync(3, () => reader.Records.Count, KafkaHost.Patience);

        await host.StopAsync();

        Assert.Equal(Offset.Unset.Value, Committed(kafka, last.Partition));
    }

    private static void ThrowAt(RecordingReader.Handed? record, string value)
    {
        if (record?.Value == value) throw new InvalidOperationException("this record is too much");
    }

    private static async Task<Delivery> WriteAsync(KafkaHost host, params string[] values)
    {
        await host.ReadyAsync();
        var last = default(Delivery);
        foreach (var value in values) last = await host.ProduceAsync(Topics.Click, "visitor", value);
        return last;
    }

    private static long Committed(KafkaUnderTest kafka, int partition)
    {
        var config = new ConsumerConfig { BootstrapServers = kafka.Servers, GroupId = kafka.Prefix + KafkaHost.Group };
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(config).SetLogHandler((_, _) => { }).Build();
        return consumer.Committed([new TopicPartition(kafka.Prefix + Topics.Click, partition)], Answer).Single().Offset.Value;
    }
}
