namespace EdmRelay.Tests.Capture;

[Collection(nameof(OneRelay))]
public class OriginTests(RunningRelay relay)
{
    private const string Legacy = """{"topic":"edm-ui-click","type":"click","event_timestamp":1}""";
    private readonly FakePublisher _kafka = relay.FreshPublisher();

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("https://shop.example:8443")]
    [InlineData("http://shop.example")]
    [InlineData("https://shop.example.elsewhere.example")]
    [InlineData("null")]
    [InlineData("nonsense")]
    public async Task What_a_page_of_a_foreign_origin_sends_is_403(string origin)
    {
        foreach (var path in new[] { "/events", "/produceClickMessage", "/producePageLoad" })
        {
            var answer = await relay.PostAsync(path, Legacy, ("Origin", origin));

            Assert.Equal($"Pages of {origin} may not send here. Add it to Relay:AllowedOrigins.", await answer.DetailAsync(403));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }

        Assert.Empty(_kafka.Records);
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_send_and_read_the_answer()
    {
        foreach (var path in new[] { "/events", "/produceClickMessage", "/producePageLoad" })
        {
            var answer = await relay.PostAsync(path, Legacy, ("Origin", RunningRelay.AllowedOrigin));

            await answer.OkAsync();
            Assert.Equal([RunningRelay.AllowedOrigin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.Equal(["Retry-After"], answer.Headers.GetValues("Access-Control-Expose-Headers"));
        }
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_may_read_a_refusal_too()
    {
        var answer = await relay.PostAsync("/events", "{", ("Origin", RunningRelay.AllowedOrigin));

        await answer.ProblemAsync(400);
        Assert.Equal([RunningRelay.AllowedOrigin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_page_of_the_relays_own_origin_may_send_also_behind_a_proxy_that_took_the_TLS_off(string scheme)
    {
        var answer = await relay.PostAsync("/events", Legacy, ("Origin", $"{scheme}://{relay.Http.BaseAddress!.Authority}"));

        await answer.OkAsync();
    }

    [Fact]
    public async Task The_own_origin_is_the_host_that_the_browser_asked()
    {
        var answer = await relay.PostAsync("/events", Legacy, ("Host", "demo.example"), ("Origin", "https://demo.example"));

        await answer.OkAsync();
    }

    [Fact]
    public async Task A_preflight_of_an_allowed_origin_is_answered_with_exactly_what_a_sender_needs()
    {
        foreach (var path in new[] { "/events", "/produceClickMessage", "/producePageLoad" })
        {
            var answer = await PreflightAsync(path, RunningRelay.AllowedOrigin);

            Assert.Equal(204, (int)answer.StatusCode);
            Assert.Equal(
                [
                    ("Access-Control-Allow-Headers", "authorization,content-encoding,content-type,traceparent,x-retry-count"),
                    ("Access-Control-Allow-Methods", "POST"),
                    ("Access-Control-Allow-Origin", RunningRelay.AllowedOrigin),
                    ("Access-Control-Max-Age", "7200"),
                ],
                Cors(answer));
        }
    }

    [Fact]
    public async Task A_preflight_of_a_foreign_origin_is_told_nothing() =>
        Assert.Empty(Cors(await PreflightAsync("/events", "https://elsewhere.example")));

    private Task<HttpResponseMessage> PreflightAsync(string path, string origin) =>
        relay.SendAsync(
            HttpMethod.Options, path, content: null,
            ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,traceparent"));

    private static IEnumerable<(string, string)> Cors(HttpResponseMessage answer) =>
        answer.Headers.Where(h => h.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
            .Select(h => (h.Key, string.Join("; ", h.Value)))
            .OrderBy(h => h.Key, StringComparer.Ordinal);
}
