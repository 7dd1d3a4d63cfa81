using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Segment's library for Node, unchanged, with the relay as its host.</summary>
public class SegmentForNodeTests(SharedKafka kafka)
{
    [Fact]
    public async Task What_a_server_says_by_Segments_library_lies_in_the_topics()
    {
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        var packages = await NpmPackages.SegmentAsync();
        await using var relay = await InProcessService.StartAsync(
            "EdmRelay", ("KAFKA_BOOTSTRAP_SERVERS", servers), ("KAFKA_PREFIX", prefix), ("Relay__WriteKeys", "shop-1"));
        await relay.ReadyAsync();

        var script = Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "segment.mjs");
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            "node", [script, packages, relay.Address.ToString().TrimEnd('/')], packages, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, printed);
        var page = JsonElement.Parse(Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-pageload")).Message.Value);
        var commerce = await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-ui-commerce");
        Assert.Equal(["identify m-1", "order_completed m-3"], commerce.Select(r => JsonElement.Parse(r.Message.Value)).Select(r => $"{r.GetProperty("type")} {r.GetProperty("event_id")}"));
        Assert.All(commerce, r => Assert.Equal("u-1", Encoding.UTF8.GetString(r.Message.Key)));
        Assert.Equal(("m-2", "https://shop.example/thanks", "Thanks"), (
            page.GetProperty("event_id").GetString(), page.GetProperty("properties").GetProperty("url").GetString(), page.GetProperty("properties").GetProperty("description").GetString()));
        var order = JsonElement.Parse(commerce[1].Message.Value);
        Assert.Equal(
            """{"order_id":"o-1","total":39.99,"currency":"USD","products":[{"product_id":"chemex-6","price":39.99,"quantity":1}]}""",
            order.GetProperty("properties").GetRawText());
        Assert.InRange(order.GetProperty("received_timestamp").GetInt64() - order.GetProperty("event_timestamp").GetInt64(), 1000, 60_000);
        foreach (var record in commerce) TestContext.Current.TestOutputHelper!.WriteLine(Encoding.UTF8.GetString(record.Message.Value));
    }
}
