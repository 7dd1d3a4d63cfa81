using Confluent.Kafka;
using EdmContracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmKafka.Tests;

public class ClockTroubleTests
{
    private const string Trouble = "the brokers refuse this machine's time: its clock is ahead by more than a minute";

    [Fact]
    public async Task A_clock_that_is_ahead_makes_the_program_unready_until_a_record_is_taken_again()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        kafka.Embedded.Refuse(Faults.Request.Produce, ErrorCode.InvalidTimestamp);

        var refused = await host.ProduceAsync(Topics.Click, "visitor", "refused");
        var unready = (await host.HealthAsync()).Entries["kafka"];
        var taken = await host.ProduceAsync(Topics.Click, "visitor", "taken");

        Assert.Equal((WriteOutcome.NotWritten, WriteOutcome.Written), (refused.Outcome, taken.Outcome));
        Assert.Equal(Trouble, unready.Description);
        Assert.Equal(HealthStatus.Healthy, (await host.HealthAsync()).Status);
    }

    [Fact]
    public async Task An_unready_program_that_is_sent_nothing_tries_again_after_a_minute()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var time = new LaterTime();
        await using var host = await KafkaHost.StartAsync(kafka, time: time);
        kafka.Embedded.Refuse(Faults.Request.Produce, ErrorCode.InvalidTimestamp);
        await host.ProduceAsync(Topics.Click, "visitor", "refused");
        Assert.Equal(Trouble, host.Producer.Trouble);

        time.Later = TimeSpan.FromMinutes(1);

        Assert.Null(host.Producer.Trouble);
    }
}
