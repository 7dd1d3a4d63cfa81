using System.Text;
using System.Text.Json;
using EdmContracts;

namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class EventsTests(RunningRelay relay)
{
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Fact]
    public async Task One_event_is_accepted_and_its_place_is_told()
    {
        var answer = await relay.PostAsync("/events", """{"event_id":"a","type":"click","event_timestamp":1}""");

        Assert.Equal("""{"accepted":1,"rejected":[],"at":[{"topic":"edm-ui-click","partition":0,"offset":1200}]}""", await answer.OkAsync());
    }

    [Fact]
    public async Task Each_event_of_an_array_goes_to_the_topic_of_its_type_in_the_bodys_order()
    {
        var answer = await relay.PostAsync("/events", """
             [{"event_id":"a","type":"product_added","event_timestamp":1},
              {"event_id":"b","type":"click","event_timestamp":1} , {"event_id":"c","type":"pageload","event_timestamp":1}]
            """);

        Assert.Equal(
            """{"accepted":3,"rejected":[],"at":[{"topic":"edm-ui-commerce","partition":0,"offset":1200},{"topic":"edm-ui-click","partition":1,"offset":1201},{"topic":"edm-ui-pageload","partition":2,"offset":1202}]}""",
            await answer.OkAsync());
        Assert.Equal([Topics.Commerce, Topics.Click, Topics.PageLoad], _kafka.Records.Select(r => r.Topic));
        Assert.Equal(["a", "b", "c"], _kafka.Records.Select(r => Encoding.UTF8.GetString(r.Key)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(500, false)]
    public async Task Places_are_told_for_up_to_10_events(int events, bool told)
    {
        var answer = JsonElement.Parse(await (await relay.PostAsync("/events", Array(events))).OkAsync());

        Assert.Equal(events, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(told, answer.TryGetProperty("at", out var places));
        if (told) Assert.Equal(Enumerable.Range(1200, events), places.EnumerateArray().Select(p => p.GetProperty("offset").GetInt32()));
    }

    [Fact]
    public async Task An_empty_array_is_accepted_and_comes_to_nothing()
    {
        Assert.Equal("""{"accepted":0,"rejected":[],"at":[]}""", await (await relay.PostAsync("/events", "[]")).OkAsync());
        Assert.Empty(_kafka.Records);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/cloudevents+json")]
    public async Task Any_kind_of_JSON_is_read(string mediaType)
    {
        var content = new StringContent("""{"type":"click"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        await (await relay.SendAsync(HttpMethod.Post, "/events", content)).OkAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_comes_in_chunks_or_beyond_one_buffer_is_read_whole(bool chunked)
    {
        var event1 = $$"""{"event_id":"a","type":"click","event_timestamp":1,"notes":["{{string.Join("\",\"", Enumerable.Repeat(new string('é', 8_000), 8))}}"]}""";

        var answer = await relay.SendAsync(
            HttpMethod.Post, "/events", new StringContent(event1, Encoding.UTF8, "application/json"), chunked ? [("Transfer-Encoding", "chunked")] : []);

        await answer.OkAsync();
        Assert.Contains(event1[1..^1], Encoding.UTF8.GetString(_kafka.Records.Single().Value), StringComparison.Ordinal);
    }

    private static string Array(int events) =>
        $"[{string.Join(',', Enumerable.Range(0, events).Select(i => $$"""{"event_id":"e{{i}}","type":"click","event_timestamp":1}"""))}]";
}
