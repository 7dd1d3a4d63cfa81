using System.Net.Sockets;
using System.Text;

namespace EdmRelay.Tests.Capture;

public class SlowBodyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("/events")]
    [InlineData("/produceClickMessage")]
    public async Task A_body_that_stalls_is_408_after_its_time(string path)
    {
        await using var relay = RunningRelay.With(("Relay:BodyTimeout", "00:00:03"));
        using var sender = await ConnectAsync(relay, path);
        var answer = ReadAsync(sender);

        await Eventually.TrueAsync(
            () =>
            {
                relay.Clock.Advance(TimeSpan.FromSeconds(3));
                return answer.IsCompleted;
            },
            Patience);

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", await answer, StringComparison.Ordinal);
        Assert.Contains("It must arrive within 3 s. Send it again.", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_on_is_408_all_the_same()
    {
        await using var relay = RunningRelay.With();
        using var sender = await ConnectAsync(relay, "/events");
        var answer = ReadAsync(sender);
        var spaces = Encoding.ASCII.GetBytes(new string(' ', 100));

        // Four kilobytes a second: faster than the server's own limit, too slow for the whole body.
        await Eventually.TrueAsync(
            async () =>
            {
                if (answer.IsCompleted) return true;
                await sender.GetStream().WriteAsync(spaces, TestContext.Current.CancellationToken);
                relay.Clock.Advance(TimeSpan.FromSeconds(1));
                return false;
            },
            Patience);

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_slower_than_the_servers_own_limit_is_the_same_408()
    {
        await using var relay = RunningRelay.With();
        using var sender = await ConnectAsync(relay, "/events");

        var answer = await ReadAsync(sender).WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("Send it again.", answer, StringComparison.Ordinal);
    }

    private static async Task<TcpClient> ConnectAsync(RunningRelay relay, string path)
    {
        var address = relay.Http.BaseAddress!;
        var sender = new TcpClient();
        await sender.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await sender.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: relay\r\nContent-Type: application/json\r\nContent-Length: 250000\r\n\r\n{{"),
            TestContext.Current.CancellationToken);
        return sender;
    }

    /// <summary>Reads the answer: its head, and the chunk that its body comes in.</summary>
    private static async Task<string> ReadAsync(TcpClient sender)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        while (!read.ToString().Contains("\"status\":", StringComparison.Ordinal)
            && await sender.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var length)
            read.Append(Encoding.ASCII.GetString(buffer, 0, length));
        return read.ToString();
    }
}
