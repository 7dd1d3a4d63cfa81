using System.Text;
using Confluent.Kafka;
using EdmContracts;
using Handed = EdmKafka.Tests.RecordingReader.Handed;

namespace EdmKafka.Tests;

public class ConsumerLoopTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task Every_record_is_handed_over_once_in_the_order_of_its_partition(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => host.ProduceAsync(Topics.Input[i % 3], $"visitor-{i % 20}", $"value {i}")));

        await Eventually.EqualAsync(300, () => reader.Records.Count, KafkaHost.Patience);
        Assert.Equal(await InLogAsync(kafka), Sorted(reader.Records));
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_carries_the_time_of_its_writing(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();
        await host.ProduceAsync(Topics.Click, "visitor", "x");

        await Eventually.TrueAsync(() => reader.Records.Count == 1, KafkaHost.Patience);
        var inLog = Assert.Single(await kafka.ReadAllAsync(Topics.Click));
        Assert.Equal(inLog.Message.Timestamp.UnixTimestampMs, reader.Records[0].ReceiveTime);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task The_end_of_every_partition_is_told_with_its_offset(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => host.ProduceAsync(Topics.Click, $"visitor-{i}", "x")));
        var ends = Topics.Input.SelectMany(_ => Enumerable.Range(0, 6), (topic, index) => new LogPartition(topic, index))
            .ToDictionary(p => p, p => p.Topic == Topics.Click ? written.LongCount(w => w.Partition == p.Index) : 0);

        await Eventually.PassesAsync(
            () =>
            {
                Assert.Equivalent(ends, reader.Assignments.Single().Ends, strict: true);
                return Task.CompletedTask;
            },
            KafkaHost.Patience);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task Reading_begins_where_the_reader_says(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using (var writer = await KafkaHost.StartAsync(kafka))
        {
            await writer.ReadyAsync();
            foreach (var value in (string[])["first", "second", "third"]) await writer.ProduceAsync(Topics.Click, "visitor", value);
        }

        var reader = new RecordingReader { From = (partition, log) => Math.Min(1, log.Bounds(partition).End) };
        await using var host = await KafkaHost.StartAsync(kafka, reader);

        await Eventually.EqualAsync(["second", "third"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_that_nobody_can_read_is_handed_over_like_any_other(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();

        await host.ProduceAsync(Topics.Click, "visitor", [0x7B, 0x22, 0x61, 0x00]);
        await host.ProduceAsync(Topics.Click, "visitor", []);
        await WriteTombstoneAsync(kafka, Topics.Click);
        await host.ProduceAsync(Topics.Click, "visitor", "good");

        await Eventually.EqualAsync(["{\"a\0", "", "", "good"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
    }

    private static async Task<IEnumerable<Handed>> InLogAsync(KafkaUnderTest kafka)
    {
        var inLog = new List<Handed>();
        foreach (var topic in Topics.Input)
        {
            inLog.AddRange((await kafka.ReadAllAsync(topic))
                .Select(r => new Handed(new LogPartition(topic, r.Partition.Value), r.Offset.Value, Encoding.UTF8.GetString(r.Message.Value))
                { ReceiveTime = r.Message.Timestamp.UnixTimestampMs }));
        }

        return Sorted(inLog);
    }

    /// <summary>By partition; within one, the order stays as it was.</summary>
    private static IEnumerable<Handed> Sorted(IEnumerable<Handed> records) =>
        records.OrderBy(r => r.Partition.Topic, StringComparer.Ordinal).ThenBy(r => r.Partition.Index);

    /// <summary>By the plain client: no service writes one to an input topic.</summary>
    private static async Task WriteTombstoneAsync(KafkaUnderTest kafka, string topic)
    {
        using var producer = new ProducerBuilder<string, byte[]?>(new ProducerConfig { BootstrapServers = kafka.Servers, Partitioner = Partitioner.Murmur2Random }).Build();
        await producer.ProduceAsync(kafka.Prefix + topic, new() { Key = "visitor", Value = null }, TestContext.Current.CancellationToken);
    }
}
