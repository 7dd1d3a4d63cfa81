using EdmContracts;

namespace EdmStream.Tests.Pipeline;

public class PipelineOnEmbeddedBrokerTests
{
    [Fact]
    public async Task What_it_cannot_tell_is_not_known_and_not_waited_for()
    {
        await using var node = await WatchedNode.StartAsync(servers: null, SharedKafka.NewPrefix());
        await node.WriteAsync(Topics.Click, "no JSON"u8.ToArray());
        var (start, views) = (TimeProvider.System.GetTimestamp(), 0);

        var view = await node.ViewAsync(v => ++views >= 3 && v.Groups[0].Lag == 0);

        // One a second; the rest is for machines with much else to do.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, views + 4);
        Assert.Equal(1, view.Topics.Sum(t => t.Partitions.Sum(p => p.End)));
        Assert.Equal(1, view.Groups[0].Partitions.Sum(p => p.Position));
        Assert.All(view.Topics, topic => Assert.Null(topic.Kept));
        Assert.All(view.Groups, group => Assert.Null(group.Nodes));
        Assert.All(view.Groups[0].Partitions, partition => Assert.Null(partition.Owner));
        Assert.Equal(0, view.Rejected.Records);
    }
}
