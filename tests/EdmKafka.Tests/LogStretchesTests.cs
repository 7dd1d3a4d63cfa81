using System.Text;
using Confluent.Kafka;
using EdmContracts;

namespace EdmKafka.Tests;

public class LogStretchesTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_stretch_is_read_from_its_beginning_up_to_its_end_and_the_next_goes_on_there(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => host.ProduceAsync(Topics.Click, "visitor", $"{i}")));
        var partition = new LogPartition(Topics.Click, written[0].Partition);
        var empty = new LogPartition(Topics.Commerce, 0);

        using var log = host.Stretches();
        Assert.Equal(["2", "3", "4"], Read(log, (partition, 2, 5), (empty, 0, 0)));
        Assert.Equal(["5", "6", "7", "8", "9"], Read(log, (partition, 5, 10)));

        // The log ends before the stretch does.
        Assert.Equal(["9"], Read(log, (partition, 9, 12), (empty, 0, 5)));
        Assert.Equal((0, 10), log.Offsets.Bounds(partition));
    }

    [Fact]
    public async Task A_stretch_that_the_log_does_not_hold_any_more_is_refused()
    {
        using var kafka = await KafkaUnderTest.OfAsync(KafkaKind.Real, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var written = await host.ProduceAsync(Topics.Click, "visitor", "lost");
        await host.ProduceAsync(Topics.Click, "visitor", "kept");
        using (var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.Servers }).Build())
            await admin.DeleteRecordsAsync([new TopicPartitionOffset(kafka.Prefix + Topics.Click, written.Partition, 1)]);

        using var log = host.Stretches();

        Assert.Throws<KafkaException>(() => Read(log, (new LogPartition(Topics.Click, written.Partition), 0, 2)));
    }

    private static List<string> Read(LogStretches log, params (LogPartition Partition, long From, long To)[] stretches)
    {
        var read = new List<string>();
        using var patience = new CancellationTokenSource(KafkaHost.Patience);
        log.Read(stretches.ToDictionary(s => s.Partition, s => (s.From, s.To)), (scoped in record) => read.Add(Encoding.UTF8.GetString(record.Value)), patience.Token);
        return read;
    }
}
