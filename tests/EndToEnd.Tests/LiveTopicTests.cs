using EdmContracts;
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
        await using var relay = await ServiceProcess.StartAsync("EdmRelay", settings);
        await using var stream = await ServiceProcess.StartAsync("EdmStream", settings);
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

    private static object Add(string visitor) => new
    {
        event_id = Sender.NewId(),
        type = "product_added",
        uuid = visitor,
        event_timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        properties = new { product_id = "chemex-6", quantity = 1 },
    };
}
