using Confluent.Kafka;
using EdmContracts;

namespace EdmKafka.Tests;

public class ReaderFailureTests
{
    [Theory]
    [InlineData("Begin")]
    [InlineData("Take")]
    [InlineData("Beat")]
    public async Task What_a_reader_throws_ends_the_program_with_exit_code_1(string call)
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var reader = new RecordingReader { During = (during, _) => ThrowIn(call, during, new InvalidOperationException("it cannot go on")) };
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        if (call == "Take") await host.ProduceAsync(Topics.Click, "visitor", "x");

        Assert.Equal(1, await host.End.WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal(1, host.Log.All.Count(l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("it cannot go on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_error_after_which_the_client_cannot_go_on_ends_the_program_with_exit_code_1()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        kafka.Embedded.Refuse(Faults.Request.JoinGroup, ErrorCode.FencedInstanceId);
        await using var host = await KafkaHost.StartAsync(kafka, new RecordingReader());

        Assert.Equal(1, await host.End.WaitAsync(KafkaHost.Patience, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Contains(
            host.Log.All, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("Static consumer fenced", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_the_brokers_did_not_answer_is_asked_again()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var unanswered = 1;
        var reader = new RecordingReader
        {
            During = (call, _) =>
            {
                if (call == "Begin" && unanswered-- > 0) throw new KafkaException(ErrorCode.Local_TimedOut);
            },
        };

        await using var host = await KafkaHost.StartAsync(kafka, reader);

        await Eventually.TrueAsync(() => reader.Assignments.Count == 1, KafkaHost.Patience);
        Assert.Equal(1, host.Log.Count("Reading failed and is tried again: Local_TimedOut"));
    }

    [Fact]
    public async Task A_program_that_still_asks_stops_in_order()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var reader = new RecordingReader
        {
            During = (call, _) => ThrowIn("Begin", call, new KafkaException(ErrorCode.Local_TimedOut)),
        };
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await Eventually.TrueAsync(() => host.Log.Count("Reading failed and is tried again: Local_TimedOut") > 0, KafkaHost.Patience);

        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task An_error_of_the_brokers_is_told_and_reading_goes_on()
    {
        using var kafka = KafkaUnderTest.NewEmbedded();
        var reader = new RecordingReader();
        await using var host = await KafkaHost.StartAsync(kafka, reader);
        await Eventually.TrueAsync(() => reader.Assignments.SingleOrDefault()?.Ends.Count == 18, KafkaHost.Patience);

        kafka.Embedded.Refuse(Faults.Request.Fetch, ErrorCode.TopicAuthorizationFailed);
        await Eventually.TrueAsync(() => host.Log.Count("Reading failed and is tried again: TopicAuthorizationFailed") > 0, KafkaHost.Patience);
        await host.ProduceAsync(Topics.Click, "visitor", "after");

        await Eventually.EqualAsync(["after"], () => reader.Records.Select(r => r.Value).ToArray(), KafkaHost.Patience);
    }

    private static void ThrowIn(string call, string during, Exception e)
    {
        if (call == during) throw e;
    }
}
