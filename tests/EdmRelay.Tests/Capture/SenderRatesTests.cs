using System.Net;
using System.Text;
using EdmRelay.Capture;

namespace EdmRelay.Tests.Capture;

public class SenderRatesTests
{
    private const string Event = """{"event_id":"a","type":"click","event_timestamp":1}""";

    [Fact]
    public void A_burst_is_two_seconds_worth_and_each_sender_has_its_own()
    {
        using var rates = new SenderRates(new RelayOptions { RequestsPerAddress = 2, RequestsPerKey = 1, WriteKeys = ["a", "b"] });

        var first = Enumerable.Range(0, 5).Select(_ => rates.OfAddress(IPAddress.Parse("10.0.0.1"))).ToList();

        Assert.Equal([true, true, true, true, false], first.Select(wait => wait is null));
        Assert.InRange(first[^1]!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Null(rates.OfAddress(IPAddress.Parse("10.0.0.2")));
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => rates.OfKey("a") is null));
        Assert.Null(rates.OfKey("b"));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8:0:0:ffff::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    public void Addresses_that_one_sender_has_are_one(string first, string second, bool one)
    {
        using var rates = new SenderRates(new RelayOptions { RequestsPerAddress = 1 });

        for (var i = 0; i < 2; i++) Assert.Null(rates.OfAddress(IPAddress.Parse(first)));

        Assert.Equal(one, rates.OfAddress(IPAddress.Parse(second)) is not null);
    }

    [Fact]
    public void Without_limits_nobody_waits()
    {
        using var rates = new SenderRates(new RelayOptions());

        for (var i = 0; i < 1000; i++) Assert.True(rates.OfAddress(IPAddress.Loopback) is null && rates.OfKey("a") is null);
    }

    [Fact]
    public async Task Who_sends_too_often_is_429_and_told_how_long_to_wait()
    {
        await using var relay = RunningRelay.With(("Relay:RequestsPerAddress", "1"));
        var answers = await ManyAsync(relay, _ => []);

        await HoldsAsync(answers);
    }

    [Fact]
    public async Task A_key_that_is_used_too_often_is_429_wherever_it_stands()
    {
        await using var relay = RunningRelay.With(("Relay:RequestsPerKey", "1"), ("Relay:WriteKeys", "k"));
        var answers = await ManyAsync(relay, _ => [("Authorization", $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes("k:"))}")]);

        await HoldsAsync(answers);
        await (await relay.PostAsync("/events", $$"""{"write_key":"k","events":[{{Event}}]}""")).ProblemAsync(429);
    }

    [Theory]
    [InlineData("127.0.0.0/8", 0)]
    [InlineData("10.0.0.0/8", 10)]
    [InlineData("", 10)]
    public async Task Where_a_request_came_from_is_told_by_known_proxies_alone(string known, int refused)
    {
        await using var relay = RunningRelay.With(("Relay:RequestsPerAddress", "1"), ("Access:KnownProxies", known));

        var answers = await ManyAsync(relay, i => [("X-Forwarded-For", $"203.0.113.{i}")]);

        // Slow machines let a token or two grow back.
        Assert.InRange(answers.Count(a => (int)a.StatusCode == 429), Math.Max(0, refused - 4), refused);
    }

    private static async Task<List<HttpResponseMessage>> ManyAsync(RunningRelay relay, Func<int, (string, string)[]> headers) =>
        [.. await Task.WhenAll(Enumerable.Range(0, 12).Select(i => relay.PostAsync("/events", Event, headers(i))))];

    private static async Task HoldsAsync(List<HttpResponseMessage> answers)
    {
        Assert.Equal(200, (int)answers.MinBy(a => a.StatusCode)!.StatusCode);
        var refused = answers.MaxBy(a => a.StatusCode)!;
        Assert.Contains("Retry-After", await refused.DetailAsync(429), StringComparison.Ordinal);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 2);
    }
}
