using System.Net;
using System.Text.Json;

namespace EndToEnd.Tests;

public class GracefulStopTests(SharedKafka kafka)
{
    [Fact]
    public async Task A_stop_that_is_asked_for_loses_nothing_that_was_answered()
    {
        var prefix = SharedKafka.NewPrefix();
        var servers = await kafka.BootstrapServersAsync();
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix));
        using var sender = new Sender(demo.Address);
        await Eventually.EqualAsync(200, () => sender.StatusAsync("health/ready"), TimeSpan.FromSeconds(30));

        var answered = new List<string>();
        var posting = PostUntilRefusedAsync(sender, answered);
        await Eventually.TrueAsync(() => answered.Count > 100, TimeSpan.FromSeconds(30));
        Assert.Equal(0, await demo.StopAsync());
        await posting;

        var ids = (await ClusterTopics.ReadAllAsync(servers, prefix + "edm-ui-click"))
            .Select(r => JsonDocument.Parse(r.Message.Value).RootElement.GetProperty("event_id").GetString());
        Assert.Empty(answered.Except(ids));
    }

    private static async Task PostUntilRefusedAsync(Sender sender, List<string> answered)
    {
        try
        {
            while (true)
            {
                var id = Sender.NewId();
                using var answer = await sender.PostAsync(Sender.Click(id));
                if (answer.StatusCode == HttpStatusCode.OK) answered.Add(id);
            }
        }
        catch (HttpRequestException)
        {
            // The service is gone.
        }
    }
}
