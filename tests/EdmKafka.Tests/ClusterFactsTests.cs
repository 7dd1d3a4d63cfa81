using Confluent.Kafka;
using EdmContracts;
using Microsoft.Extensions.Time.Testing;

namespace EdmKafka.Tests;

public class ClusterFactsTests
{
    [Fact]
    public async Task A_group_that_could_not_be_asked_for_long_is_asked_for_when_the_brokers_are_back()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var time = new FakeTimeProvider();
        await using var facts = host.NewFacts(time);
        await PositionsAsync();

        kafka.Embedded.Stop();
        for (var n = 0; n < 3; n++)
        {
            var asked = PositionsAsync();
            await Eventually.TrueAsync(
                () =>
                {
                    time.Advance(TimeSpan.FromSeconds(1));
                    return Task.FromResult(asked.IsCompleted);
                },
                KafkaHost.Patience);
            await Assert.ThrowsAsync<KafkaException>(() => asked);
        }

        kafka.Embedded.Start();
        await Eventually.PassesAsync(
            async () =>
            {
                var asked = PositionsAsync();
                await Task.WhenAny(asked, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken));
                time.Advance(TimeSpan.FromSeconds(5));
                await asked;
            },
            KafkaHost.Patience);

        Task PositionsAsync() => facts.PositionsAsync(KafkaHost.Group, [Topics.Click]);
    }

    [Fact]
    public async Task It_ends_while_brokers_that_are_away_are_asked()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        var time = new FakeTimeProvider();
        var facts = host.NewFacts(time);
        await facts.PositionsAsync(KafkaHost.Group, [Topics.Click]);
        kafka.Embedded.Stop();
        var asked = facts.PositionsAsync(KafkaHost.Group, [Topics.Click]);

        await facts.DisposeAsync().AsTask().WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<KafkaException>(() => asked);
    }
}
