using System.Collections.Concurrent;
using EdmContracts;

namespace EdmKafka.Tests;

public class InterruptedBrokerTests
{
    [Fact]
    public async Task A_broker_restarted_under_load_costs_no_record_and_no_record_is_handed_over_twice()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(cancellationToken: stop);
        using var kafka = KafkaUnderTest.On(cluster.BootstrapServers);
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await host.ReadyAsync();
        using var enough = new CancellationTokenSource();
        var written = new ConcurrentQueue<string>();
        var load = Task.WhenAll(Enumerable.Range(0, 10).Select(sender => SendAsync(host, $"visitor-{sender}", written, enough.Token)));

        try
        {
            await Eventually.TrueAsync(() => reader.Records.Count > 100, KafkaHost.Patience);
            await cluster.StopNodeAsync(1, stop);
            await Eventually.TrueAsync(() => !host.Brokers.Now.Answers, KafkaHost.Patience);
            await cluster.StartNodeAsync(1, stop);
            var before = written.Count;
            await Eventually.TrueAsync(() => written.Count > before + 100, KafkaHost.Patience);
        }
        finally
        {
            // Also after a failure: senders that go on would hold up the end of the host, and hide what failed.
            await enough.CancelAsync();
            await load;
        }

        await Eventually.PassesAsync(
            () =>
            {
                Assert.Empty(written.Except(reader.Assignments.Last().Records.Select(r => r.Value)));
                return Task.CompletedTask;
            },
            KafkaHost.Patience);
        Assert.All(
            reader.Assignments.SelectMany(a => a.Records.GroupBy(r => r.Partition)),
            partition => Assert.Equal(Enumerable.Range(0, partition.Count()).Select(i => (long)i), partition.Select(r => r.Offset)));
        Assert.False(host.End.IsCompleted);
    }

    [Fact]
    public async Task A_record_that_a_broker_was_handed_but_never_answered_for_is_unknown()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var cluster = await KafkaCluster.StartAsync(cancellationToken: stop);
        using var kafka = KafkaUnderTest.On(cluster.BootstrapServers);
        await using var host = await KafkaHost.StartAsync(kafka);
        await host.ReadyAsync();
        await host.ProduceAsync(Topics.Click, "visitor", "answered");

        cluster.PauseNode(1);
        var unanswered = await host.ProduceAsync(Topics.Click, "visitor", "unanswered");
        cluster.ResumeNode(1);

        // Whether it is written when the broker goes on is for nobody to say: that is what unknown means.
        Assert.Equal(WriteOutcome.Unknown, unanswered.Outcome);
    }

    private static async Task SendAsync(KafkaHost host, string visitor, ConcurrentQueue<string> written, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var value = $"{visitor}: {i}";
            var delivery = await host.ProduceAsync(Topics.Input[i % 3], visitor, value);
            if (delivery.Outcome == WriteOutcome.Written) written.Enqueue(value);
        }
    }
}
