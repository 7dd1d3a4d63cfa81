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
        { """{"event_id":"bad","type":"click","\u0074ype":"click"}""", "a name is there twice (type)" },
        { """{"event_id":"bad","type":"click","uuid":"a","uuid":"a","topic":"b","topic":"b"}""", "a name is there twice (uuid)" },
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
        { """{"event_id":"\ud800","type":"click"}""", "a text holds half of a surrogate pair" },
        { """{"type":"click","event_timestamp":"now"}""", "event_timestamp is not a number" },
        { """{"type":"click","event_timestamp":-1}""", "event_timestamp is not a time in milliseconds since 1970" },
        { """{"type":"click","properties":[]}""", "properties is not an object" },
        { """{"type":"click","sent_timestamp":"now"}""", "sent_timestamp is not a number" },
        { $$"""{"type":"click","a":{{new string('[', 16)}}{{new string(']', 16)}}}""", "nested deeper than 16" },
        { $$"""{"type":"click","a":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""", "nested deeper than 16" },
        { """{"type":"click","properties":{"a":{"b":[{"c":1,"d":2,"c":3}]}}}""", "a name is there twice (c)" },
        { """{"type":"click","properties":{"a":1,"b":{},"\u0061":2}}""", "a name is there twice (a)" },
        { $$"""{"type":"click","{{new string('n', 129)}}":1}""", "a name is longer than 128 bytes" },
        { "{\"type\":\"click\"," + string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"p{i}\":{i}")) + "}", "more than 1000 names" },
        { $$"""{"type":"click","a":["{{new string('t', 16 * 1024 + 1)}}"]}""", "a text is longer than 16 KiB" },
        { $$"""{"type":"click","a":{{new string('9', 65)}}}""", "a number is longer than 64 digits" },
        { """{"type":"click","a":"\u0000"}""", "a text holds the character U+0000" },
        { """{"type":"click","a":"\ud83d\ude00\udc00"}""", "a text holds half of a surrogate pair" },
        { """{"type":"click","a":"\ud83d\n\ude00"}""", "a text holds half of a surrogate pair" },
        { """{"type":"click","\ud83d":1}""", "a name holds half of a surrogate pair" },
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
    public async Task What_is_just_within_the_limits_is_accepted()
    {
        var members = new[]
        {
            $"\"a\":{new string('[', 15)}{new string(']', 15)}",
            $"\"{new string('n', 128)}\":{new string('9', 64)}",
            $"\"t\":\"{new string('t', 16 * 1024)}\"",
            "\"u\":\"\\ud83d\\ude00\\\\u0000 \\u00e9\"",
            "\"one\":{\"x\":1},\"two\":{\"x\":[{\"x\":1},{\"x\":2}]}",
            $"\"properties\":{{{string.Join(',', Enumerable.Range(0, 980).Select(i => $"\"p{i}\":{i}"))}}}",
        };

        await (await relay.PostAsync("/events", $$"""{"type":"click",{{string.Join(',', members)}}}""")).OkAsync();

        Assert.Contains(string.Join(',', members), Encoding.UTF8.GetString(_kafka.Records.Single().Value), StringComparison.Ordinal);
    }
}
