using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmContracts.Live;
using Examples;

namespace EndToEnd.Tests;

/// <summary>What the stream nodes say on <c>edm-live</c> is for everybody.</summary>
public class LiveTopicTests(SharedKafka kafka)
{
    [Fact]
    public async Task Another_service_sees_the_active_carts()
    {
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix)];
        await using var relay = await InProcessService.StartAsync("EdmRelay", settings);
        await using var stream = await InProcessService.StartAsync("EdmStream", settings);
        await relay.ReadyAsync();
        await stream.ReadyAsync();
        using var sender = new Sender(relay.Address);
        var answer = await sender.PostAsync(new[] { Add("ada"), Add("bob"), Add("ada") });
        answer.EnsureSuccessStatusCode();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var seen = await Task.Run(() => ActiveCarts.Watch(servers, prefix + Topics.Live, patience.Token).First(carts => carts == 2), patience.Token);

        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task A_node_that_is_started_anew_goes_on_with_what_the_last_one_said()
    {
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix)];
        await using var relay = await InProcessService.StartAsync("EdmRelay", settings);
        await relay.ReadyAsync();
        using var sender = new Sender(relay.Address);
        Head first;
        await using (var stream = await ServiceProcess.StartAsync("EdmStream", settings))
        {
            (await sender.PostAsync(Sender.Click(Sender.NewId()))).EnsureSuccessStatusCode();
            first = await HeadAsync(head => head.Topics[Topics.Click].Shown == 1);
            await stream.KillAsync();
        }

        (await sender.PostAsync(Sender.Click(Sender.NewId()))).EnsureSuccessStatusCode();
        await using var next = await ServiceProcess.StartAsync("EdmStream", settings);
        var second = await HeadAsync(head => head.Node != first.Node && head.Topics[Topics.Click].Shown == 2);

        Assert.Equal((first.Since, first.Topics[Topics.Click].From), (second.Since, second.Topics[Topics.Click].From));

        async Task<Head> HeadAsync(Predicate<Head> isIt)
        {
            Head? found = null;
            await Eventually.TrueAsync(
                async () =>
                {
                    var words = await ClusterTopics.ReadAllAsync(servers, prefix + Topics.Live);
                    found = words.Where(w => !Encoding.UTF8.GetString(w.Message.Key).Contains('/', StringComparison.Ordinal))
                        .Select(w => JsonSerializer.Deserialize<Head>(w.Message.Value, JsonSerializerOptions.Web)!).LastOrDefault(head => isIt(head));
                    return found is not null;
                },
                TimeSpan.FromSeconds(60));
            return found!;
        }
    }

    private static object Add(string visitor) => new
    {
        event_id = Sender.NewId(),
        type = "product_added",
        uuid = visitor,
        event_timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        properties = new { product_id = "chemex-6", quantity = 1 },
    };
}
