using System.Text;
using System.Text.Json;
using EdmContracts;

namespace EdmRelay.Tests.Capture.Segment;

/// <summary>Calls of Segment's HTTP tracking API, and the records that come of them. The relay's clock says 1900000000000 (2030-03-17T17:46:40Z).</summary>
[Collection(nameof(OneRelay))]
public class SegmentTests(RunningRelay relay)
{
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("/v1/track")]
    [InlineData("/v1/t")]
    public async Task A_track_call_is_a_commerce_event_with_its_own_id_time_and_properties(string path)
    {
        Assert.Equal("""{"success":true}""", await (await relay.PostAsync(path, """
            {"type":"track","event":"Order Completed","messageId":"m-1","anonymousId":"a-1","userId":"u-1","timestamp":"2030-03-17T17:46:00.250Z","sentAt":"2030-03-17T17:46:39Z",
             "properties":{"order_id":"o-1","total":39.90,"currency":"USD","products":[{"product_id":"chemex-6","price":39.90,"quantity":1}]},
             "context":{"ip":"203.0.113.7","userAgent":"Mozilla/5.0","library":{"name":"x"}},"integrations":{"All":true},"writeKey":"k","channel":"server","_metadata":{}}
            """)).OkAsync());

        var record = _kafka.Records.Single();
        Assert.Equal((Topics.Commerce, "a-1"), (record.Topic, Encoding.UTF8.GetString(record.Key)));
        Assert.Equal(
            """{"topic":"edm-ui-commerce","event_id":"m-1","type":"order_completed","uuid":"a-1","user_id":"u-1","event_timestamp":1899999960250,"properties":{"order_id":"o-1","total":39.90,"currency":"USD","products":[{"product_id":"chemex-6","price":39.90,"quantity":1}],"user_agent":"Mozilla/5.0"},"context":{"userAgent":"Mozilla/5.0","library":{"name":"x"}},"received_timestamp":1900000000000}""",
            Encoding.UTF8.GetString(record.Value));
    }

    [Theory]
    [InlineData("/v1/page")]
    [InlineData("/v1/p")]
    [InlineData("/v1/screen")]
    [InlineData("/v1/s")]
    public async Task Page_and_screen_are_page_loads(string path)
    {
        var record = await StoredAsync(path, """
            {"name":"Home","messageId":"m","anonymousId":"a","properties":{"url":"https://shop.example/","plan":"x"},
             "context":{"page":{"url":"https://other.example/","title":"Fix Coffee","referrer":"https://search.example/","path":"/"}}}
            """);

        Assert.Equal("edm-ui-pageload", record.GetProperty("topic").GetString());
        Assert.Equal("pageload", record.GetProperty("type").GetString());
        Assert.Equal(
            """{"url":"https://shop.example/","plan":"x","description":"Home","title":"Fix Coffee","referrer":"https://search.example/","path":"/"}""",
            record.GetProperty("properties").GetRawText());
    }

    [Theory]
    [InlineData("/v1/identify", """{"userId":"u","traits":{"plan":"pro"}}""", "identify", """{"plan":"pro"}""")]
    [InlineData("/v1/i", """{"userId":"u"}""", "identify", "{}")]
    [InlineData("/v1/group", """{"userId":"u","groupId":"g","traits":{"size":3}}""", "group", """{"size":3,"group_id":"g"}""")]
    [InlineData("/v1/g", """{"userId":"u","groupId":"g","traits":null}""", "group", """{"group_id":"g"}""")]
    [InlineData("/v1/alias", """{"userId":"u","previousId":"p"}""", "alias", """{"previous_id":"p"}""")]
    [InlineData("/v1/a", """{"userId":"u","previousId":"p","properties":{"x":1}}""", "alias", """{"previous_id":"p"}""")]
    public async Task The_other_calls_are_commerce_events_of_their_own_names(string path, string body, string type, string properties)
    {
        var record = await StoredAsync(path, body);

        Assert.Equal(("edm-ui-commerce", type, "u"), (record.GetProperty("topic").GetString(), record.GetProperty("type").GetString(), record.GetProperty("uuid").GetString()));
        Assert.Equal(properties, record.GetProperty("properties").GetRawText());
    }

    [Theory]
    [InlineData("/v1/batch")]
    [InlineData("/v1/b")]
    public async Task The_messages_of_a_batch_say_themselves_what_they_are_and_a_bad_one_sinks_no_other(string path)
    {
        var answer = JsonElement.Parse(await (await relay.PostAsync(path, """
            {"writeKey":"k","sentAt":"2030-03-17T17:46:40Z","batch":[
              {"type":"identify","userId":"u","messageId":"1"},
              {"type":"nonsense","messageId":"2"},
              {"type":"page","anonymousId":"a","messageId":"3"},
              {"type":"track","event":"Order Completed","anonymousId":"a","messageId":"4","properties":7},
              {"type":"track","anonymousId":"a","messageId":"5"},
              {"type":"track","event":"!","messageId":"6"},
              {"type":"track","event":"x","timestamp":"yesterday"},
              {"type":"track","event":"x","event":"y"},
              17,
              {"type":"track","event":"Product Added","anonymousId":"a","messageId":"10"}]}
            """)).OkAsync());

        Assert.True(answer.GetProperty("success").GetBoolean());
        Assert.Equal(
            [
                (1, "type is none of track, page, screen, identify, group, alias"), (3, "properties is not an object"), (4, "no event"),
                (5, "event has no name of letters or digits"), (6, "timestamp is not a time (ISO 8601, or milliseconds since 1970)"),
                (7, "a name is there twice (event)"), (8, "not a JSON object"),
            ],
            answer.GetProperty("rejected").EnumerateArray().Select(r => (r.GetProperty("index").GetInt32(), r.GetProperty("reason").GetString()!)));
        Assert.Equal(["1", "3", "10"], _kafka.Records.Select(r => JsonElement.Parse(r.Value).GetProperty("event_id").GetString()));
    }

    [Fact]
    public async Task A_number_for_an_id_is_taken_for_its_digits()
    {
        var record = await StoredAsync("/v1/group", """{"messageId":17,"userId":42,"groupId":7}""");

        Assert.Equal(("17", "42", "7"), (
            record.GetProperty("event_id").GetString(), record.GetProperty("uuid").GetString(), record.GetProperty("properties").GetProperty("group_id").GetString()));
        Assert.Equal("42", Encoding.UTF8.GetString(_kafka.Records[^1].Key));
    }

    [Fact]
    public async Task No_address_is_kept_however_it_is_written() =>
        Assert.Equal(
            """{"locale":"en"}""",
            (await StoredAsync("/v1/page", """{"ip":"203.0.113.7","context":{"IP":"203.0.113.7","locale":"en","\u0069p":["203.0.113.7"]}}""")).GetProperty("context").GetRawText());

    [Fact]
    public async Task A_crawlers_message_says_so() =>
        Assert.Equal("Googlebot", (await StoredAsync("/v1/page", """{"anonymousId":"a","context":{"userAgent":"Mozilla/5.0 (compatible; Googlebot/2.1)"}}""")).GetProperty("bot").GetString());

    [Theory]
    [InlineData("/v1/track", "[]", "It is not an object.")]
    [InlineData("/v1/track", "{\"event\":", "It ends or breaks at line 1")]
    [InlineData("/v1/batch", "{}", "It has no batch.")]
    [InlineData("/v1/batch", "{\"batch\":{}}", "batch is not an array.")]
    [InlineData("/v1/batch", "{\"batch\":[],\"batch\":[]}", "batch is there twice.")]
    [InlineData("/v1/b", "{\"batch\":[{]}", "It ends or breaks at line 1")]
    public async Task A_broken_body_is_400(string path, string body, string reason)
    {
        Assert.StartsWith(reason, await (await relay.PostAsync(path, body)).DetailAsync(400), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task A_call_that_is_bad_is_422_and_too_many_messages_are_413()
    {
        Assert.Equal("no event", (await (await relay.PostAsync("/v1/track", "{}")).ProblemAsync(422)).GetProperty("rejected")[0].GetProperty("reason").GetString());
        await (await relay.PostAsync("/v1/batch", $$"""{"batch":[{{string.Join(',', Enumerable.Repeat("""{"type":"page"}""", 501))}}]}""")).ProblemAsync(413);
        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task A_write_key_may_stand_in_the_body()
    {
        await using var asking = RunningRelay.With(("Relay:WriteKeys", "k"));
        const string message = "\"event\":\"x\",\"anonymousId\":\"a\"";

        await (await asking.PostAsync("/v1/track", $$"""{"writeKey":"k",{{message}}}""")).OkAsync();
        await (await asking.PostAsync("/v1/batch", """{"batch":[{"type":"page"}],"writeKey":"k"}""")).OkAsync();
        await (await asking.PostAsync("/v1/track", $$"""{"writeKey":"other",{{message}}}""")).ProblemAsync(401);
        await (await asking.PostAsync("/v1/batch", """{"batch":[{"type":"page","writeKey":"k"}]}""")).ProblemAsync(401);
    }

    private async Task<JsonElement> StoredAsync(string path, string body)
    {
        await (await relay.PostAsync(path, body)).OkAsync();
        return JsonElement.Parse(_kafka.Records[^1].Value);
    }
}
