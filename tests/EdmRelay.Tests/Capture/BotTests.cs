using System.Text.Json;

namespace EdmRelay.Tests.Capture;

/// <summary>Which records say that a crawler made them.</summary>
[Collection(nameof(OneRelay))]
public class BotTests(RunningRelay relay)
{
    private const string Google = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("/events", $$"""{"type":"pageload","properties":{"user_agent":"{{Google}}"} }""")]
    [InlineData("/events", """{"type":"pageload","properties":{"a":{"user_agent":"x"},"user_agent":"Mozilla\/5.0 (compatible; Googlebot\/2.1)"}}""")]
    [InlineData("/producePageLoad", $$"""{"topic":"edm-ui-pageload","properties":{"user_agent":"{{Google}}"} }""")]
    public async Task An_event_whose_own_user_agent_is_a_crawlers_says_so(string path, string body) => Assert.Equal("Googlebot", await BotAsync(path, body, Browser));

    [Theory]
    [InlineData($$"""{"type":"pageload","properties":{"user_agent":"{{Browser}}"} }""")]
    [InlineData($$"""{"type":"click","user_agent":"{{Google}}","properties":{"a":{"user_agent":"{{Google}}"} } }""")]
    [InlineData($$"""{"type":"click","bot":"me","properties":null}""")]
    public async Task An_event_of_anybody_else_does_not(string body) => Assert.Null(await BotAsync("/events", body, Browser));

    [Fact]
    public async Task What_a_crawlers_browser_sends_says_so_and_what_a_server_sends_does_not()
    {
        const string click = """{"type":"click","uuid":"v"}""";

        Assert.Equal("Googlebot", await BotAsync("/events", click, Google, ("Origin", RunningRelay.AllowedOrigin)));
        Assert.Null(await BotAsync("/events", click, Google));
        Assert.Null(await BotAsync("/events", click, Browser, ("Origin", RunningRelay.AllowedOrigin)));
    }

    private async Task<string?> BotAsync(string path, string body, string userAgent, params (string, string)[] headers)
    {
        await (await relay.PostAsync(path, body, [("User-Agent", userAgent), .. headers])).OkAsync();
        return JsonElement.Parse(_kafka.Records[^1].Value).TryGetProperty("bot", out var bot) ? bot.GetString() : null;
    }
}
