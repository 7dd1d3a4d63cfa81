using System.Net.Sockets;
using System.Text;
using EdmKafka;

namespace EdmRelay.Tests;

/// <summary>By themselves: the programs of one process share Serilog's static logger.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class LogTests : IDisposable
{
    private const string Secret = "s3cret";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task Neither_bodies_nor_secrets_are_ever_logged()
    {
        await using var relay = RunningRelay.LoggingTo(
            _file, ("KAFKA_SASL_MECHANISM", "PLAIN"), ("KAFKA_SASL_USERNAME", Secret), ("KAFKA_SASL_PASSWORD", Secret));
        var kafka = relay.FreshPublisher();
        (string, string)[] headers = [("Authorization", $"Basic {Secret}"), ("Cookie", $"a={Secret}"), ("User-Agent", Secret), ("traceparent", Secret)];

        foreach (var path in new[] { $"/events?write_key={Secret}", $"/produceClickMessage?{Secret}" })
            foreach (var outcome in Enum.GetValues<WriteOutcome>())
            {
                kafka.Outcome = _ => outcome;
                await relay.PostAsync(path, $$"""{"topic":"edm-ui-click","event_id":"{{Secret}}","type":"click","uuid":"{{Secret}}"}""", headers);
            }

        kafka.Outcome = _ => throw new InvalidOperationException("a bug");
        foreach (var body in new[] { $$"""{"type":"{{Secret}}"}""", $$"""[{"type":"click","{{Secret}}":1}]""", $"[{Secret}", Secret })
            await relay.PostAsync("/events", body, headers);
        await relay.PostAsync("/events", "{}", ("Origin", $"https://{Secret}.example"));

        // 500, 503 and the settings in use are in the log, so this is where the rest would be too.
        await Eventually.PassesAsync(
            () =>
            {
                var log = Log();
                Assert.Contains("POST /events answered 500", log, StringComparison.Ordinal);
                Assert.Contains("POST /produceClickMessage answered 503", log, StringComparison.Ordinal);
                Assert.Contains("POST /events answered 422", log, StringComparison.Ordinal);
                Assert.Contains("did not answer", log, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, log, StringComparison.Ordinal);
                return Task.CompletedTask;
            },
            Soon);
    }

    [Fact]
    public async Task A_sender_that_hangs_up_is_no_error()
    {
        await using var relay = RunningRelay.LoggingTo(_file);
        (await SendRawAsync(relay, "Content-Length: 100\r\n\r\n{")).Dispose();

        await Eventually.TrueAsync(() => Log().Contains("POST /events answered", StringComparison.Ordinal), Soon, Log);

        Assert.DoesNotContain("[ERR]", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_breaks_the_protocol_is_told_and_is_no_error()
    {
        await using var relay = RunningRelay.LoggingTo(_file);
        using var sender = await SendRawAsync(relay, "Transfer-Encoding: chunked\r\n\r\nno length\r\n");

        using var answer = new StreamReader(sender.GetStream());
        Assert.Equal("HTTP/1.1 400 Bad Request", await answer.ReadLineAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain("[ERR]", Log(), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private string Log()
    {
        using var reader = new StreamReader(new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private static async Task<TcpClient> SendRawAsync(RunningRelay relay, string rest)
    {
        var sender = new TcpClient();
        await sender.ConnectAsync(relay.Http.BaseAddress!.Host, relay.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        await sender.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST /events HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\n{rest}"), TestContext.Current.CancellationToken);
        return sender;
    }
}
