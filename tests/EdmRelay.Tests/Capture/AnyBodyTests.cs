using System.Net.Http.Headers;
using System.Text.Json;
using CsCheck;
using EdmContracts;
using EdmKafka;
using EdmRelay.Capture;
using EdmRelay.Capture.Bots;
using EdmRelay.Capture.Segment;

namespace EdmRelay.Tests.Capture;

/// <summary>What holds whatever comes in.</summary>
[Collection(nameof(OneRelay))]
public class AnyBodyTests(RunningRelay relay)
{
    private const long Now = RunningRelay.Now;
    private static readonly KnownCrawlers Crawlers = new();
    private static readonly int[] Told = [200, 400, 422];

    [Theory]
    [InlineData(nameof(JsonBody.Read))]
    [InlineData(nameof(JsonBody.ReadLines))]
    [InlineData(nameof(JsonBody.ReadLegacy))]
    [InlineData("track")]
    [InlineData("batch")]
    public void Each_event_has_one_verdict_and_each_record_lies_in_an_input_topic_and_can_be_read(string shape)
    {
        Reception.ReadBody read = shape switch
        {
            nameof(JsonBody.Read) => JsonBody.Read,
            nameof(JsonBody.ReadLines) => JsonBody.ReadLines,
            nameof(JsonBody.ReadLegacy) => JsonBody.ReadLegacy,
            "track" => SegmentBody.Of("track"),
            _ => SegmentBody.Of(call: null),
        };
        AnyBody.Bytes.Sample(body =>
        {
            using var batch = new RecordBatch(Now);
            var intake = new Intake(batch, Crawlers, browser: null);
            if (read(body, intake, mostEvents: 500) is not null) return;

            Assert.Equal(intake.Events, batch.Count + intake.Rejected.Count);
            Assert.Equal(intake.Rejected.Select(r => r.Index).Distinct().Order(), intake.Rejected.Select(r => r.Index));
            Assert.All(intake.Rejected, r => Assert.InRange(r.Index, 0, intake.Events - 1));
            for (var i = 0; i < batch.Count; i++) Holds(batch, i);
        }, iter: 10_000);
    }

    [Fact]
    public void An_answer_is_one_of_those_that_are_told_and_speaks_for_every_event() =>
        AnyBody.Bytes.Sample(body =>
        {
            var kafka = relay.FreshPublisher();
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain");
            using var answer = relay.SendAsync(HttpMethod.Post, "/events", content).GetAwaiter().GetResult();

            Assert.Contains((int)answer.StatusCode, Told);
            using var json = JsonDocument.Parse(answer.Content.ReadAsStream(TestContext.Current.CancellationToken));
            Assert.Equal((int)answer.StatusCode == 200 ? json.RootElement.GetProperty("accepted").GetInt32() : 0, kafka.Records.Count);
        }, iter: 300, threads: 1);

    private static void Holds(RecordBatch batch, int i)
    {
        var topic = batch.TopicOf(i);
        Assert.Contains(topic, Topics.Input);
        Assert.False(batch.KeyOf(i).IsEmpty);
        Assert.True(LogRecord.TryRead(topic, batch.ValueOf(i), Now, out var record, out var reason), reason);
        Assert.False(record.EventId.IsEmpty);
        Assert.InRange(record.EventTime, 0, Now);

        // Read without the code under test: strictly, in one go.
        using var json = JsonDocument.Parse(batch.ValueOf(i).ToArray(), new() { AllowDuplicateProperties = false });
        Assert.Equal(topic, json.RootElement.GetProperty("topic").GetString());
        Assert.Equal(Now, json.RootElement.GetProperty("received_timestamp").GetInt64());
    }
}
