using System.Text;
using System.Text.Json;

namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class EventIdTests(RunningRelay relay)
{
    private const string Timed = """{"type":"click","uuid":"v","event_timestamp":1}""";
    private const string Legacy = """{"topic":"edm-ui-click","uuid":"v","event_timestamp":1}""";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("/events", Timed)]
    [InlineData("/produceClickMessage", Legacy)]
    public async Task The_same_body_twice_has_the_same_id(string path, string json) =>
        Assert.Equal(await IdAsync(path, json), await IdAsync(path, json));

    [Fact]
    public async Task An_event_has_the_same_id_alone_and_in_an_array() =>
        Assert.Equal(await IdAsync("/events", Timed), await IdAsync("/events", $" [ {Timed} ] "));

    [Fact]
    public async Task One_other_byte_is_another_id() =>
        Assert.NotEqual(await IdAsync("/events", Timed), await IdAsync("/events", Timed.Replace(":1}", ":2}", StringComparison.Ordinal)));

    [Fact]
    public async Task An_id_made_of_the_bytes_is_a_UUID_of_version_8()
    {
        // SHA-256 of the bytes, with version and variant written over it (RFC 9562, 5.8).
        Assert.Equal(Expected(Timed), await IdAsync("/events", Timed));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Expected(Timed));
    }

    [Theory]
    [InlineData("/events", """{"type":"click","uuid":"v"}""")]
    [InlineData("/events", """{"type":"click","uuid":"v","event_timestamp":null}""")]
    [InlineData("/producePageLoad", """{"topic":"edm-ui-pageload","uuid":"v"}""")]
    public async Task Without_an_id_and_a_time_each_event_is_a_new_one(string path, string json)
    {
        var (first, second) = (await IdAsync(path, json), await IdAsync(path, json));

        Assert.NotEqual(first, second);
        Assert.All([first, second], id => Assert.Equal(7, Guid.Parse(id).Version));
    }

    [Fact]
    public async Task An_event_keeps_its_own_id()
    {
        const string own = "caf\\u00e9 \\\"1\\\"";

        Assert.Equal("café \"1\"", await IdAsync("/events", $$"""{"type":"click","event_id":"{{own}}"}"""));
        Assert.Contains($"\"event_id\":\"{own}\"", Encoding.UTF8.GetString(_kafka.Records[^1].Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events", """{"type":"click","event_id":"a","uuid":"caf\u00e9"}""", "café")]
    [InlineData("/events", """{"type":"click","event_id":"a"}""", "a")]
    [InlineData("/events", """{"type":"click","event_id":"a","uuid":""}""", "a")]
    [InlineData("/events", """{"type":"click","event_id":"a","uuid":null}""", "a")]
    [InlineData("/produceClickMessage", """{"topic":"edm-ui-click","event_id":"a","uuid":"v"}""", "v")]
    [InlineData("/produceClickMessage", """{"topic":"edm-ui-click","event_id":"a"}""", "a")]
    public async Task The_key_is_the_visitors_id_else_the_events(string path, string json, string key)
    {
        await IdAsync(path, json);

        Assert.Equal(key, Encoding.UTF8.GetString(_kafka.Records[^1].Key));
    }

    [Theory]
    [InlineData("/events", """{"type":"click"}""")]
    [InlineData("/events", """{"type":"click","event_timestamp":1}""")]
    [InlineData("/producePageLoad", """{"topic":"edm-ui-pageload"}""")]
    [InlineData("/producePageLoad", """{"topic":"edm-ui-pageload","event_timestamp":1}""")]
    public async Task The_key_is_the_id_that_the_relay_made_where_there_is_neither(string path, string json)
    {
        var id = await IdAsync(path, json);

        Assert.Equal(id, Encoding.UTF8.GetString(_kafka.Records[^1].Key));
    }

    private async Task<string> IdAsync(string path, string json)
    {
        await (await relay.PostAsync(path, json)).OkAsync();
        return JsonElement.Parse(_kafka.Records[^1].Value).GetProperty("event_id").GetString()!;
    }

    private static string Expected(string json)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var variant = "89ab"[Convert.ToInt32(hash[16..17], 16) & 3];
        return $"{hash[..8]}-{hash[8..12]}-8{hash[13..16]}-{variant}{hash[17..20]}-{hash[20..32]}";
    }
}
