using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmKafka.Tests;

public class BrokerWatchTests
{
    [Fact]
    public async Task It_knows_whether_the_brokers_are_there_whenever_they_come_and_go()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        kafka.Embedded.Stop();
        await using var host = await KafkaHost.StartAsync(kafka);

        await SeesAsync(host, answers: false);
        Assert.False(host.Brokers.FirstAnswer.IsCompleted);
        kafka.Embedded.Start();
        await SeesAsync(host, answers: true);
        Assert.True(host.Brokers.FirstAnswer.IsCompleted);
        kafka.Embedded.Stop();
        await SeesAsync(host, answers: false);
        kafka.Embedded.Start();
        await SeesAsync(host, answers: true);

        Assert.Equal(2, host.Log.Count("The Kafka brokers answered: "));
    }

    [Fact]
    public async Task Brokers_that_are_away_are_told_once_with_what_to_do()
    {
        await using var host = await KafkaHost.StartAsync(reader: null, ("KAFKA_URL", "kafka://127.0.0.1:1"));

        await Eventually.TrueAsync(
            () => host.Brokers.Now.Reason is { } reason && reason.EndsWith("Connect to ipv4#127.0.0.1:1 failed: Connection refused", StringComparison.Ordinal),
            KafkaHost.Patience, host.Log.ToString);
        Assert.Equal(1, host.Log.Count(
            $"The Kafka brokers at 127.0.0.1:1 did not answer: {host.Brokers.Now.Reason}. Start them, or set KAFKA_URL to where they are; this goes on by itself"));
    }

    [Fact]
    public async Task The_program_is_ready_only_while_the_brokers_answer()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);

        await Eventually.EqualAsync(HealthStatus.Healthy, async () => (await host.HealthAsync()).Status, KafkaHost.Patience);
        kafka.Embedded.Stop();
        await Eventually.EqualAsync(HealthStatus.Unhealthy, async () => (await host.HealthAsync()).Status, KafkaHost.Patience);

        Assert.StartsWith("the Kafka brokers do not answer: ", (await host.HealthAsync()).Entries["kafka"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_whose_brokers_went_away_stops_in_order()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await Eventually.TrueAsync(() => reader.Assignments.Count == 1, KafkaHost.Patience);
        kafka.Embedded.Stop();
        await SeesAsync(host, answers: false);

        Assert.Equal(0, await host.StopAsync());
        Assert.True(reader.Assignments.Single().IsReleased);
    }

    private static async Task SeesAsync(KafkaHost host, bool answers)
    {
        await Eventually.TrueAsync(() => host.Brokers.Now.Answers == answers && host.Brokers.Now.Reason != "they have not been asked yet", KafkaHost.Patience);
        Assert.Equal(answers, host.Brokers.Now.Reason is null);
        Assert.True(host.Brokers.Now.Since <= TimeProvider.System.GetUtcNow());
    }
}
