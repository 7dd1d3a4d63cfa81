using System.Text;
using System.Text.Json;
using Confluent.Kafka;

[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace EdmRelay.Tests.Publish;

public class EventPublisherTests(SharedKafka kafka)
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task An_answer_of_200_says_where_the_record_lies_in_Kafka()
    {
        var prefix = SharedKafka.NewPrefix();
        var servers = await kafka.BootstrapServersAsync();
        await using var relay = await ReadyAsync(servers, prefix);

        var answer = await relay.PostAsync(
            "/events", """[{"event_id":"a","type":"click","uuid":"v","event_timestamp":1},{"event_id":"b","type":"product_added","uuid":"v","event_timestamp":2}]""",
            ("traceparent", Trace));

        var places = JsonElement.Parse(await answer.OkAsync()).GetProperty("at");
        var click = Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-click"));
        var commerce = Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-commerce"));
        Assert.Equal([Place("edm-ui-click", click), Place("edm-ui-commerce", commerce)], places.EnumerateArray().Select(p => p.GetRawText()));
        Assert.Equal(click.Partition, commerce.Partition);
        Assert.Equal("v", Encoding.UTF8.GetString(click.Message.Key));
        Assert.StartsWith("""{"topic":"edm-ui-click","event_id":"a","type":"click","uuid":"v","event_timestamp":1,"received_timestamp":""", Encoding.UTF8.GetString(click.Message.Value), StringComparison.Ordinal);
        Assert.Equal([("content-type", "application/json"), ("traceparent", Trace)], Headers(click));
        Assert.Equal(JsonElement.Parse(click.Message.Value).GetProperty("received_timestamp").GetInt64(), click.Message.Timestamp.UnixTimestampMs);
    }

    [Fact]
    public async Task A_record_of_2018_without_a_trace_carries_its_content_type_alone()
    {
        var prefix = SharedKafka.NewPrefix();
        var servers = await kafka.BootstrapServersAsync();
        await using var relay = await ReadyAsync(servers, prefix);

        await (await relay.PostAsync("/producePageLoad", """{"topic":"edm-ui-pageload","uuid":"v","event_timestamp":1541792811040}""")).OkAsync();

        var record = Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-pageload"));
        Assert.StartsWith("""{"topic":"edm-ui-pageload","uuid":"v","event_timestamp":1541792811040,"event_id":""", Encoding.UTF8.GetString(record.Message.Value), StringComparison.Ordinal);
        Assert.Equal([("content-type", "application/json")], Headers(record));
    }

    [Theory]
    [InlineData("/events", """{"type":"click"}""")]
    [InlineData("/produceClickMessage", """{"topic":"edm-ui-click"}""")]
    public async Task While_no_broker_was_ever_there_a_body_is_503_and_not_tried(string path, string json)
    {
        await using var relay = RunningRelay.OnKafka();

        var answer = await relay.PostAsync(path, json);

        Assert.False((await answer.ProblemAsync(503)).GetProperty("tried").GetBoolean());
    }

    private static async Task<RunningRelay> ReadyAsync(string servers, string prefix)
    {
        var relay = RunningRelay.OnKafka(("KAFKA_URL", $"kafka://{servers.Replace(",", ",kafka://", StringComparison.Ordinal)}"), ("KAFKA_PREFIX", prefix));
        await Eventually.EqualAsync(
            200, async () => (int)(await relay.SendAsync(HttpMethod.Get, "/health/ready", content: null)).StatusCode, TimeSpan.FromSeconds(60));
        return relay;
    }

    private static string Place(string topic, ConsumeResult<byte[], byte[]> record) =>
        $$"""{"topic":"{{topic}}","partition":{{record.Partition.Value}},"offset":{{record.Offset.Value}}}""";

    private static IEnumerable<(string, string)> Headers(ConsumeResult<byte[], byte[]> record) =>
        record.Message.Headers.Select(h => (h.Key, Encoding.UTF8.GetString(h.GetValueBytes()))).Order();
}
