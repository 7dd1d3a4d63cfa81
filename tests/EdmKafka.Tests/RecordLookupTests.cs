using EdmContracts;

namespace EdmKafka.Tests;

public class RecordLookupTests(SharedKafka shared)
{
    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_is_found_by_its_place_with_the_time_it_was_received(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        await host.ProduceAsync(Topics.Click, "visitor", "first");
        var written = await host.ProduceAsync(Topics.Click, "visitor", "second");

        var found = await host.Records.FindAsync(new LogPartition(Topics.Click, written.Partition), written.Offset, TestContext.Current.CancellationToken);

        var inLog = (await kafka.ReadAllAsync(Topics.Click))[1];
        Assert.Equal(new FoundRecord("second", inLog.Message.Timestamp.UnixTimestampMs), found);
    }

    [Theory]
    [InlineData(KafkaKind.Embedded)]
    [InlineData(KafkaKind.Real)]
    public async Task A_record_that_the_log_does_not_hold_is_not_found(KafkaKind kind)
    {
        using var kafka = await KafkaUnderTest.OfAsync(kind, shared);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var written = await host.ProduceAsync(Topics.Click, "visitor", "only");

        Assert.Null(await host.Records.FindAsync(new LogPartition(Topics.Click, written.Partition), written.Offset + 1, TestContext.Current.CancellationToken));
    }
}
