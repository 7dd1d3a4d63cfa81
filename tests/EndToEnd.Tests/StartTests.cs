using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests;

public class StartTests
{
    [Fact]
    public async Task Every_mistake_of_the_configuration_is_named_at_once()
    {
        var (exitCode, printed) = await ServiceProcess.RunToEndAsync(
            "EdmDemo",
            ("KAFKA_URL", "localhost:9092"), ("KAFKA_CONSUMER_GROUP", "mine"), ("Relay__BodyTimeout", "soon"), ("Stream__Grup", "x"),
            ("Web__Stream", "http://localhost:5082"), ("Access__Open", null));

        Assert.Equal(2, exitCode);
        Assert.Equal(
            [
                "KAFKA_CONSUMER_GROUP: the demo reads as more than one group. Set Stream:Group instead.",
                "Web:Stream: the demo does that itself. Run EdmWeb where the services run apart.",
                "KAFKA_URL: every broker is written kafka://host:port or kafka+ssl://host:port, several with commas.",
                "Relay:BodyTimeout: 'soon' is not a time span such as 00:00:10.",
                "Stream:Grup is not a setting. Stream has: Group.",
                "Access:ViewerKey: give one of at least 16 characters, which viewers of the dashboard sign in with, or set Access:Open=true where everyone may see it.",
            ],
            printed);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (exitCode, printed) = await ServiceProcess.RunToEndAsync("EdmDemo", ("PORT", port));

        Assert.Equal(1, exitCode);
        Assert.Contains($"Failed to bind to address http://[::]:{port}: address already in use. Stop what listens there, or set PORT to another port.", printed);
        Assert.DoesNotContain(printed, l => l.StartsWith("   at ", StringComparison.Ordinal) || l.Contains("\"@x\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Kafka_that_does_not_answer_is_said_in_one_line_and_waited_for()
    {
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"), ("ASPNETCORE_ENVIRONMENT", "Development"));
        using var sender = new Sender(demo.Address);

        await Eventually.TrueAsync(
            () => demo.Printed.Any(l => l.Contains("The Kafka brokers at 127.0.0.1:1 did not answer", StringComparison.Ordinal)
                && l.Contains("set KAFKA_BOOTSTRAP_SERVERS to where they are", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(20), () => string.Join('\n', demo.Printed));

        Assert.Equal(503, await sender.StatusAsync("health/ready"));
        Assert.Equal(200, await sender.StatusAsync("health/live"));
        var refused = await sender.PostAsync(Sender.Click(Sender.NewId()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("\"tried\":false", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, demo.Printed.Count(l => l.Contains("did not answer", StringComparison.Ordinal)));
    }
}
