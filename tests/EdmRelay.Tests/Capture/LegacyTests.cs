using System.Text;
using EdmContracts;

namespace EdmRelay.Tests.Capture;

/// <summary>The requests of 2018, byte for byte. The relay's clock says 1900000000000.</summary>
[Collection(nameof(OneRelay))]
public class LegacyTests(RunningRelay relay)
{
    private const string Click =
        """{"topic":"edm-ui-click","uuid":"5d1c0b6e","event_timestamp":1541792811040,"properties":{"button_id":"browse-kits","description":"button click"}}""";

    private const string PageLoad =
        """{ "topic" : "edm-ui-pageload", "uuid":"5d1c0b6e","event_timestamp":1541792811040,"properties":{"user_agent":"Mozilla/5.0","description":"page load","url":"https://shop.example/?q=\u00e9"} }""";

    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("/produceClickMessage", Click, "click", Topics.Click)]
    [InlineData("/producePageLoad", PageLoad, "pageload", Topics.PageLoad)]
    [InlineData("/produceClickMessage", PageLoad, "pageload", Topics.PageLoad)]
    [InlineData("/producePageLoad", Click, "click", Topics.Click)]
    public async Task A_record_is_stored_with_its_own_bytes_first_and_answered_as_ever(string path, string json, string type, string topic)
    {
        var answer = await relay.PostAsync(path, json);

        Assert.Equal("""{"message":"Success!"}""", await answer.OkAsync());
        var (storedIn, key, value, _) = _kafka.Records.Single();
        Assert.Equal(topic, storedIn);
        Assert.Equal("5d1c0b6e", Encoding.UTF8.GetString(key));
        Assert.Matches(
            $$"""^{{System.Text.RegularExpressions.Regex.Escape(json[..^1])}},"event_id":"[0-9a-f-]{36}","type":"{{type}}","received_timestamp":1900000000000\}$""",
            Encoding.UTF8.GetString(value));
    }

    [Fact]
    public async Task What_a_record_has_is_not_added_again()
    {
        const string json = """{"type":"click","event_id":"a","topic":"edm-ui-click","event_timestamp":1,"x":[{}]}""";

        Assert.Equal($$"""{{json[..^1]}},"received_timestamp":1900000000000}""", await StoredAsync(json));
    }

    [Fact]
    public async Task A_time_that_is_missing_is_the_receive_time() =>
        Assert.EndsWith(
            ""","type":"click","event_timestamp":1900000000000,"received_timestamp":1900000000000}""",
            await StoredAsync("""{"topic":"edm-ui-click","uuid":"v"}"""), StringComparison.Ordinal);

    [Fact]
    public async Task White_space_around_a_record_does_no_harm()
    {
        const string json = """{"type":"click","event_id":"a","topic":"edm-ui-click","event_timestamp":1}""";

        Assert.Equal($$"""{{json[..^1]}},"received_timestamp":1900000000000}""", (await StoredAsync($"\n{json} \r\n")).TrimStart());
    }

    [Theory]
    [InlineData("""{"uuid":"v"}""", "topic must be edm-ui-click or edm-ui-pageload")]
    [InlineData("""{"topic":"edm-ui-commerce"}""", "topic must be edm-ui-click or edm-ui-pageload")]
    [InlineData("""{"topic":"prefix.edm-ui-click"}""", "topic must be edm-ui-click or edm-ui-pageload")]
    [InlineData("""{"topic":null}""", "topic must be edm-ui-click or edm-ui-pageload")]
    [InlineData("""{"topic":7}""", "topic is not a text")]
    [InlineData("""{"topic":"edm-ui-click","topic":"edm-ui-click"}""", "a name is there twice (topic)")]
    [InlineData("""{"topic":"edm-ui-click","received_timestamp":1}""", "these fields are the relay's to write: received_timestamp")]
    [InlineData("""{"topic":"edm-ui-click","bot":"a","client_timestamp":1}""", "these fields are the relay's to write: bot, client_timestamp")]
    [InlineData("""{"topic":"edm-ui-click","event_timestamp":null}""", "event_timestamp is null")]
    [InlineData("""{"topic":"edm-ui-click","event_timestamp":"1"}""", "event_timestamp is not a number")]
    [InlineData("""{"topic":"edm-ui-click","type":"pageload"}""", "type must be click, or left out")]
    [InlineData("""{"topic":"edm-ui-click","type":null}""", "type must be click, or left out")]
    [InlineData("""{"topic":"edm-ui-click","event_id":""}""", "event_id is empty")]
    [InlineData("""{"topic":"edm-ui-click","properties":"a"}""", "properties is not an object")]
    [InlineData("""[{"topic":"edm-ui-click"}]""", "not a JSON object")]
    public async Task A_record_that_is_none_of_2018_is_422(string json, string reason)
    {
        foreach (var path in new[] { "/produceClickMessage", "/producePageLoad" })
            Assert.Equal(reason, (await (await relay.PostAsync(path, json)).ProblemAsync(422)).GetProperty("rejected")[0].GetProperty("reason").GetString());
        Assert.Empty(_kafka.Records);
    }

    private async Task<string> StoredAsync(string json)
    {
        await (await relay.PostAsync("/produceClickMessage", json)).OkAsync();
        return Encoding.UTF8.GetString(_kafka.Records.Single().Value);
    }
}
