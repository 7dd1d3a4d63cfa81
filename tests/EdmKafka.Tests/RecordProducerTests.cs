using System.Text;
using EdmContracts;

namespace EdmKafka.Tests;

public class RecordProducerTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task An_acknowledged_record_lies_where_the_answer_says(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            (Value: $"value {i}", Delivery: await host.ProduceAsync(Topics.Commerce, $"visitor-{i}", $"value {i}") with { AppendTime = null })));

        var inLog = (await kafka.ReadAllAsync(Topics.Commerce))
            .Select(r => (Value: Encoding.UTF8.GetString(r.Message.Value), new Delivery(WriteOutcome.Written, r.Partition.Value, r.Offset.Value)));
        Assert.Equal(inLog.Order(By.Value), answers.Order(By.Value));
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_arrives_with_its_key_its_headers_and_the_time_of_its_writing(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        await host.ProduceAsync(Topics.Click, "visitor", [0xFF, 0x00], traceParent: "00-1");

        var record = Assert.Single(await kafka.ReadAllAsync(Topics.Click)).Message;
        Assert.Equal("visitor"u8, record.Key);
        Assert.Equal([0xFF, 0x00], record.Value);
        Assert.Equal("00-1"u8, Assert.Single(record.Headers, h => h.Key == "traceparent").GetValueBytes());
        Assert.InRange(record.Timestamp.UnixTimestampMs, before, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    }

    /// <summary>The hashes are those of Kafka's own test of its partitioner (UtilsTest.testMurmur2).</summary>
    [Theory]
    [InlineData("21", -973932308)]
    [InlineData("foobar", -790332482)]
    [InlineData("a-little-bit-long-string", -985981536)]
    [InlineData("a-little-bit-longer-string", -1486304829)]
    [InlineData("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971)]
    [InlineData("abc", 479470107)]
    public async Task A_visitor_s_records_lie_in_the_partition_that_Java_s_clients_choose(string visitor, int murmur2)
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);

        var deliveries = await Task.WhenAll(Topics.Input.Select(topic => host.ProduceAsync(topic, visitor, "x")));

        Assert.All(deliveries, d => Assert.Equal((murmur2 & int.MaxValue) % 6, d.Partition));
    }

    [Fact]
    public async Task A_record_without_a_key_is_never_written()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);

        await Assert.ThrowsAsync<ArgumentException>(() => host.ProduceAsync(Topics.Click, "", "x"));
        Assert.Empty(await kafka.ReadAllAsync(Topics.Click));
    }

    [Fact]
    public async Task All_that_was_handed_over_is_answered_before_the_producer_is_gone()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var host = await KafkaHost.StartAsync(kafka);
        await host.ProduceAsync(Topics.Click, "visitor", "the first");
        kafka.Embedded.Delay(TimeSpan.FromMilliseconds(500));
        var late = Enumerable.Range(0, 100).Select(i => host.ProduceAsync(Topics.Click, $"visitor-{i}", "x")).ToList();

        await host.StopAsync();

        Assert.All(late, answer => Assert.True(answer is { IsCompletedSuccessfully: true, Result.Outcome: WriteOutcome.Written }));
    }

    [Fact]
    public async Task A_program_that_has_stopped_writes_nothing_more()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var host = await KafkaHost.StartAsync(kafka);
        await host.ProduceAsync(Topics.Click, "visitor", "before");

        await host.StopAsync();

        Assert.Equal(new Delivery(WriteOutcome.NotWritten, Reason: "the program is stopping"), await host.ProduceAsync(Topics.Click, "visitor", "after"));
    }

    private static class By
    {
        public static readonly Comparer<(string Value, Delivery)> Value = Comparer<(string Value, Delivery)>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));
    }
}
