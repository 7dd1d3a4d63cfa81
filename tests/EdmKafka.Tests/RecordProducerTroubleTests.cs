using Confluent.Kafka;
using EdmContracts;

namespace EdmKafka.Tests;

public class RecordProducerTroubleTests
{
    private const string Replaced = "The Kafka producer became useless and was replaced";

    [Fact]
    public async Task A_producer_that_became_useless_is_replaced_and_the_next_record_is_written()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        kafka.Embedded.Refuse(Faults.Request.InitProducerId, ErrorCode.ClusterAuthorizationFailed);

        var first = await host.ProduceAsync(Topics.Click, "visitor", "first");
        await ReplacedAsync(host);
        var second = await host.ProduceAsync(Topics.Click, "visitor", "second");

        Assert.Equal((WriteOutcome.NotWritten, WriteOutcome.Written), (first.Outcome, second.Outcome));
        Assert.Equal(second.Offset, Assert.Single(await kafka.ReadAllAsync(Topics.Click)).Offset.Value);
    }

    [Fact]
    public async Task While_a_producer_is_replaced_records_are_refused_and_the_program_is_unready()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        kafka.Embedded.Refuse(Faults.Request.InitProducerId, [.. Enumerable.Repeat(ErrorCode.ClusterAuthorizationFailed, 1000)]);
        const string Trouble = "the Kafka producer is being replaced: ";

        await Eventually.PassesAsync(
            async () =>
            {
                var refused = await host.ProduceAsync(Topics.Click, "visitor", "x");
                Assert.Equal(WriteOutcome.NotWritten, refused.Outcome);
                Assert.StartsWith(Trouble, refused.Reason, StringComparison.Ordinal);
                Assert.StartsWith(Trouble, (await host.HealthAsync()).Entries["kafka"].Description, StringComparison.Ordinal);
            },
            KafkaHost.Patience);
    }

    [Fact]
    public async Task A_broken_sequence_costs_one_producer_whatever_it_held()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ProduceAsync(Topics.Click, "visitor", "before");

        // While the broker is away they pile up, and then go in one request.
        kafka.Embedded.Stop();
        kafka.Embedded.Refuse(Faults.Request.Produce, ErrorCode.OutOfOrderSequenceNumber);
        var held = Enumerable.Range(0, 200).Select(i => host.ProduceAsync(Topics.Click, "visitor", $"during {i}")).ToList();
        kafka.Embedded.Start();
        await Task.WhenAll(held);
        await Eventually.EqualAsync(
            WriteOutcome.Written, async () => (await host.ProduceAsync(Topics.Click, "visitor", "after")).Outcome, KafkaHost.Patience);
        Assert.Equal(1, host.Log.Count(Replaced));
    }

    [Fact]
    public async Task A_record_too_large_for_the_client_is_too_large_at_once()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);

        Assert.Equal(WriteOutcome.TooLarge, (await host.ProduceAsync(Topics.Click, "visitor", new byte[ClientConfigs.LargestRecord])).Outcome);
    }

    [Fact]
    public async Task A_record_too_large_for_the_brokers_is_too_large()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        kafka.Embedded.Refuse(Faults.Request.Produce, ErrorCode.MsgSizeTooLarge);

        Assert.Equal(WriteOutcome.TooLarge, (await host.ProduceAsync(Topics.Click, "visitor", "x")).Outcome);
    }

    [Fact]
    public async Task Without_brokers_a_record_is_certainly_not_written()
    {
        await using var host = await KafkaHost.StartAsync(reader: null, ("Kafka:BootstrapServers", "127.0.0.1:1"));

        Assert.Equal(WriteOutcome.NotWritten, (await host.ProduceAsync(Topics.Click, "visitor", "x")).Outcome);
    }

    [Fact]
    public async Task A_record_for_a_full_queue_is_refused_at_once()
    {
        await using var host = await KafkaHost.StartAsync(reader: null, ("Kafka:BootstrapServers", "127.0.0.1:1"));
        using var batch = new RecordBatch(time: 0);
        for (var i = 0; i < 150_000; i++) batch.Add(Topics.Click, [1], [1]);

        var deliveries = await host.ProduceAsync(batch);

        Assert.Equal(new Delivery(WriteOutcome.NotWritten, Reason: "Local: Queue full"), deliveries[^1]);
        Assert.All(deliveries, d => Assert.Equal(WriteOutcome.NotWritten, d.Outcome));
    }

    [Fact]
    public async Task A_record_whose_answer_never_comes_may_have_been_written_or_not()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ProduceAsync(Topics.Click, "visitor", "answered");
        kafka.Embedded.Delay(TimeSpan.FromMinutes(5));

        var unanswered = await host.ProduceAsync(Topics.Click, "visitor", "unanswered");

        kafka.Embedded.Delay(TimeSpan.Zero);
        Assert.Equal(WriteOutcome.Unknown, unanswered.Outcome);
        Assert.Equal(2, (await kafka.ReadAllAsync(Topics.Click)).Count);
    }

    private static Task ReplacedAsync(KafkaHost host) =>
        Eventually.TrueAsync(() => host.Log.Count(Replaced) > 0 && host.Producer.Trouble is null, KafkaHost.Patience);
}
