using System.Text;
using System.Text.Json;
using EdmKafka;

namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class RejectedEventsTests(RunningRelay relay)
{
    private const string Good = """{"event_id":"good","type":"click","event_timestamp":1}""";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    public static TheoryData<string, string> Mistakes => new()
    {
        { """{"event_id":"bad"}""", "no type" },
        { """{"event_id":"bad","type":null}""", "no type" },
        { """{"event_id":"bad","type":""}""", "no type" },
        { """{"event_id":"bad","type":"Product Added"}""", "type is not a name (1 to 64 of a-z 0-9 _)" },
        { """{"event_id":"bad","type":"click","\u0074ype":"click"}""", "a field is there twice (type)" },
        { """{"event_id":"bad","type":"click","uuid":"a","uuid":"a","topic":"b","topic":"b"}""", "a field is there twice (topic, uuid)" },
        { $$"""{"event_id":"bad","type":"click","uuid":"{{new string('u', 129)}}"}""", "uuid is longer than 128 bytes" },
    };

    public static TheoryData<string, string> Unreadable => new()
    {
        { "1", "not a JSON object" },
        { "[]", "not a JSON object" },
        { "null", "not a JSON object" },
        { """{"event_id":7,"type":"click"}""", "event_id is not a text" },
        { """{"event_id":"","type":"click"}""", "event_id is empty" },
        { """{"event_id":null,"type":"click"}""", "event_id is empty" },
        { """{"event_id":"\ud800","type":"click"}""", "event_id is not a text" },
        { """{"type":"click","event_timestamp":"now"}""", "event_timestamp is not a number" },
        { """{"type":"click","event_timestamp":-1}""", "event_timestamp is not a time in milliseconds since 1970" },
        { """{"type":"click","properties":[]}""", "properties is not an object" },
        { $$"""{"type":"click","a":{{new string('[', 64)}}{{new string(']', 64)}}}""", "nested deeper than 64" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_bad_event_is_listed_with_index_id_and_reason_and_does_not_sink_its_batch(string bad, string reason)
    {
        var answer = await relay.PostAsync("/events", $"[{Good},{bad},{Good}]");

        Assert.Equal(
            $$"""{"accepted":2,"rejected":[{"index":1,"event_id":"bad","reason":"{{reason}}"}],"at":[{"topic":"edm-ui-click","partition":0,"offset":1200},{"topic":"edm-ui-click","partition":1,"offset":1201}]}""",
            await answer.OkAsync());
        Assert.Equal(2, _kafka.Records.Count);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task An_event_whose_id_cannot_be_read_is_listed_by_its_index(string bad, string reason)
    {
        var answer = JsonElement.Parse(await (await relay.PostAsync("/events", $"[{bad},{Good}]")).OkAsync());

        Assert.Equal($$"""[{"index":0,"event_id":null,"reason":"{{reason}}"}]""", answer.GetProperty("rejected").GetRawText());
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_rejected_under_its_own_name()
    {
        var id = new string('é', 65);

        var answer = JsonElement.Parse(await (await relay.PostAsync("/events", $$"""[{{Good}},{"event_id":"{{id}}","type":"click"}]""")).OkAsync());

        Assert.Equal(id, answer.GetProperty("rejected")[0].GetProperty("event_id").GetString());
        Assert.Equal("event_id is longer than 128 bytes", answer.GetProperty("rejected")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("""{"type":"Click"}""", """[{"index":0,"event_id":null,"reason":"type is not a name (1 to 64 of a-z 0-9 _)"}]""")]
    [InlineData("""[{"event_id":"a"},7]""", """[{"index":0,"event_id":"a","reason":"no type"},{"index":1,"event_id":null,"reason":"not a JSON object"}]""")]
    public async Task A_body_whose_events_are_all_bad_is_422_with_the_same_list(string body, string rejected)
    {
        var problem = await (await relay.PostAsync("/events", body)).ProblemAsync(422);

        Assert.Equal(rejected, problem.GetProperty("rejected").GetRawText());
        Assert.Contains("will be refused again", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task An_event_too_large_for_the_brokers_is_rejected_among_the_others_in_the_bodys_order()
    {
        _kafka.Outcome = i => i == 1 ? WriteOutcome.TooLarge : WriteOutcome.Written;

        var answer = await relay.PostAsync("/events", $$"""[{{Good}},{"event_id":"large","type":"click","event_timestamp":1},7,{{Good}}]""");

        Assert.Equal(
            """{"accepted":2,"rejected":[{"index":1,"event_id":"large","reason":"too large for the brokers"},{"index":2,"event_id":null,"reason":"not a JSON object"}],"at":[{"topic":"edm-ui-click","partition":0,"offset":1200},{"topic":"edm-ui-click","partition":2,"offset":1202}]}""",
            await answer.OkAsync());
    }

    [Fact]
    public async Task An_only_event_too_large_for_the_brokers_is_422()
    {
        _kafka.Outcome = _ => WriteOutcome.TooLarge;

        var problem = await (await relay.PostAsync("/events", Good)).ProblemAsync(422);

        Assert.Equal("""[{"index":0,"event_id":"good","reason":"too large for the brokers"}]""", problem.GetProperty("rejected").GetRawText());
    }

    [Fact]
    public async Task Names_and_texts_with_half_a_surrogate_pair_are_kept_where_nobody_reads_them()
    {
        await (await relay.PostAsync("/events", """{"topic":"x","type":"click","\ud800":"\udc00"}""")).OkAsync();

        Assert.Contains("""\ud800":"\udc00""", Encoding.UTF8.GetString(_kafka.Records.Single().Value), StringComparison.Ordinal);
    }
}
