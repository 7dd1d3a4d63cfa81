namespace EdmStream.Tests.Pipeline;

/// <summary>A node's clock against that of a real broker.</summary>
public class ClockOnKafkaTests(SharedKafka kafka)
{
    [Fact]
    public async Task A_node_whose_clock_is_off_leaves_the_group()
    {
        await using var node = await WatchedNode.StartAsync(await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix(), time: new Ahead(TimeSpan.FromSeconds(40)));

        var view = await node.ViewAsync(v => node.IsClockOff && v.Groups[0].Nodes == 0);

        Assert.All(view.Groups[0].Partitions, partition => Assert.Null(partition.Owner));
    }

    [Fact]
    public async Task One_that_is_a_little_off_counts_on()
    {
        await using var node = await WatchedNode.StartAsync(await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix(), time: new Ahead(TimeSpan.FromSeconds(20)));

        // By then a broker has stamped what it said.
        await node.ViewAsync(v => v.Live.Records > 12 && v.State == "waiting");

        Assert.False(node.IsClockOff);
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
