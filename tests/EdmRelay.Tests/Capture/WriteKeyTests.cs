using System.Text;

namespace EdmRelay.Tests.Capture;

public sealed class WriteKeyTests : IAsyncDisposable
{
    private const string Event = """{"event_id":"a","type":"click","event_timestamp":1}""";
    private const string Legacy = """{"topic":"edm-ui-click","event_timestamp":1}""";
    private readonly RunningRelay _relay = RunningRelay.With(("Relay:WriteKeys", "shop-1,shop-2"));
    private readonly FakePublisher _kafka;

    public WriteKeyTests() => _kafka = _relay.FreshPublisher();

    [Theory]
    [InlineData("/events", Event, "Basic", "shop-1:")]
    [InlineData("/events", Event, "basic", "shop-2")]
    [InlineData("/events", Event, "Basic", "shop-1:a password")]
    [InlineData("/produceClickMessage", Legacy, "Basic", "shop-1:")]
    public async Task A_key_comes_as_the_user_name_of_basic_authentication(string path, string body, string scheme, string credentials) =>
        await (await _relay.PostAsync(path, body, ("Authorization", $"{scheme} {Base64(credentials)}"))).OkAsync();

    [Fact]
    public async Task A_key_comes_in_the_envelope_of_a_beacon() =>
        await (await _relay.PostAsync("/events", $$"""{"write_key":"shop-2","events":[{{Event}}]}""")).OkAsync();

    [Theory]
    [InlineData("/events", Event, null)]
    [InlineData("/events", Event, "")]
    [InlineData("/events", Event, "Bearer shop-1")]
    [InlineData("/events", Event, "Basic shop-1")]
    [InlineData("/events", Event, "Basic c2hvcA==")]
    [InlineData("/events", """{"write_key":"shop-1","events":[]}""", "Basic c2hvcA==")]
    [InlineData("/events", """{"write_key":"shop","events":[{"type":"click"}]}""", null)]
    [InlineData("/events", """{"type":"click","write_key":"shop-1"}""", null)]
    [InlineData("/produceClickMessage", Legacy, null)]
    public async Task Without_a_known_key_a_body_is_401_and_nothing_is_written(string path, string body, string? authorization)
    {
        var answer = await _relay.PostAsync(path, body, authorization is null ? [] : [("Authorization", authorization)]);

        Assert.Contains("Relay:WriteKeys", await answer.DetailAsync(401), StringComparison.Ordinal);
        Assert.Empty(_kafka.Records);
    }

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
