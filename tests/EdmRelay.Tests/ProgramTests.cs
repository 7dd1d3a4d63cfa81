using System.Text.Json;
using EdmRelay.Capture.Segment;

namespace EdmRelay.Tests;

[Collection(nameof(OneRelay))]
public class ProgramTests(RunningRelay relay)
{
    [Fact]
    public async Task The_process_says_that_it_lives_and_its_version()
    {
        var health = JsonElement.Parse(await (await GetAsync("/health/live")).OkAsync());

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.NotEmpty(health.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task It_is_not_ready_while_no_broker_answers_and_says_why() =>
        await Eventually.PassesAsync(
            async () =>
            {
                var answer = await GetAsync("/health/ready");
                Assert.Equal(503, (int)answer.StatusCode);
                var kafka = JsonElement.Parse(await answer.TextAsync()).GetProperty("checks").GetProperty("kafka");
                Assert.Equal("Unhealthy", kafka.GetProperty("status").GetString());
                Assert.Matches("^the Kafka brokers do not answer: .*Connect to .*127.0.0.1:1.* failed", kafka.GetProperty("description").GetString());
            },
            TimeSpan.FromSeconds(30));

    [Fact]
    public async Task Its_description_lists_the_paths_that_take_events()
    {
        var paths = JsonElement.Parse(await (await GetAsync("/openapi/v1.json")).OkAsync()).GetProperty("paths");

        Assert.Equal(
            ["/events", "/produceClickMessage", "/producePageLoad", .. SegmentEndpoint.Calls.Keys.Order(StringComparer.Ordinal)],
            paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(paths.EnumerateObject(), path =>
            Assert.True(path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _)));
    }

    [Theory]
    [InlineData("GET", "/events", 405)]
    [InlineData("PUT", "/produceClickMessage", 405)]
    [InlineData("POST", "/nowhere", 404)]
    [InlineData("GET", "/", 404)]
    public async Task What_is_not_there_is_refused_in_the_same_form(string method, string path, int status) =>
        await (await relay.SendAsync(HttpMethod.Parse(method), path, content: null)).ProblemAsync(status);

    [Fact]
    public async Task A_bug_is_500_in_the_same_form_and_tells_nothing()
    {
        relay.FreshPublisher().Outcome = _ => throw new InvalidOperationException("a secret");

        var answer = await relay.PostAsync("/events", """{"type":"click"}""");

        await answer.ProblemAsync(500);
        Assert.DoesNotContain("secret", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => relay.SendAsync(HttpMethod.Get, path, content: null);
}
