using System.Net;
using EdmDemo.EmbeddedBroker;
using EdmKafka;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EndToEnd.Tests;

public class OnlyThroughTheLogTests
{
    [Fact]
    public async Task Nothing_is_counted_while_the_consumer_is_stopped()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var demo = new WebApplicationFactory<EmbeddedKafka>().WithWebHostBuilder(host => host.UseSetting("urls", "http://127.0.0.1:0"));
        demo.UseKestrel(0);
        demo.StartServer();
        using var sender = new Sender(demo.ClientOptions.BaseAddress);
        await sender.PostAsync(Sender.Click(Sender.NewId()));
        await Eventually.EqualAsync(1, sender.ClicksAsync, TimeSpan.FromSeconds(20));

        // The live one is registered before history's.
        var consumer = demo.Services.GetServices<IHostedService>().OfType<ConsumerLoop>().First();
        await consumer.StopAsync(stop);
        Assert.Equal(HttpStatusCode.OK, (await sender.PostAsync(Sender.Click(Sender.NewId()))).StatusCode);

        // Frames go on, one a second at least, since windows slide by themselves: the second one was begun after the answer.
        var answered = await SequenceAsync();
        await Eventually.TrueAsync(async () => await SequenceAsync() >= answered + 2, TimeSpan.FromSeconds(20));
        Assert.Equal(1, await sender.ClicksAsync());

        // The record was in the log all the while: reading goes on from there.
        await consumer.StartAsync(stop);
        await Eventually.EqualAsync(2, sender.ClicksAsync, TimeSpan.FromSeconds(20));

        async Task<long> SequenceAsync() => (await sender.SnapshotAsync()).GetProperty("sequence").GetInt64();
    }
}
