using System.Globalization;
using System.Text;
using System.Text.Json;
using EdmContracts;
using EdmStream.Pipeline;
using Microsoft.AspNetCore.SignalR.Client;

namespace EdmStream.Tests.Pipeline;

public class PipelineOnKafkaTests(SharedKafka shared)
{
    [Fact]
    public async Task A_view_tells_how_far_each_group_has_read_and_who_reads()
    {
        await using var node = await WatchedNode.StartAsync(await shared.BootstrapServersAsync(), SharedKafka.NewPrefix(), historians: 2);
        var written = await node.WriteAsync(Topics.Click, "no JSON"u8.ToArray());

        var view = await node.ViewAsync(v => v.State == "live" && v.Groups.All(g => g.Lag == 0 && g.Rate is not null && g.Partitions.All(p => p.Owner is not null))
            && v.Groups[1].Partitions.DistinctBy(p => p.Owner).Count() == 2 && v.Live.Records > 0);

        Assert.Equal([Topics.PageLoad, Topics.Click, Topics.Commerce], view.Topics.Select(t => t.Name));
        Assert.All(view.Topics, topic => Assert.Equal((6, 7L * 24 * 3600 * 1000), (topic.Partitions.Count, topic.Kept)));
        Assert.Equal((0, 1), (view.Topics[1].Partitions[written.Partition].Start, view.Topics[1].Partitions[written.Partition].End));
        Assert.All(view.Groups, group => Assert.Equal(1, group.Partitions.Single(p => (p.Topic, p.Partition) == (Topics.Click, written.Partition)).Position));
        Assert.Equal(["stream-1: 18", "stats-1: 9, stats-2: 9"], view.Groups.Select(OwnersOf));
        Assert.Equal([1, 2], view.Groups.Select(g => g.Nodes));
        Assert.True(view.Cluster?.Length > 10, $"cluster {view.Cluster}");
        Assert.Equal(1, view.Books.Sum(b => b.Rejected));
        Assert.True(view is { RebalancedAt: > 0, RebalanceTook: >= 0 } && view.CountingSince < view.RebalancedAt);
        Assert.True(view.Live is { Rate: >= 0, Records: > 0 }, $"live {view.Live}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_that_is_read_and_not_counted_breaks_the_books(bool forgets)
    {
        await using var node = await WatchedNode.StartAsync(await shared.BootstrapServersAsync(), SharedKafka.NewPrefix(), forgets: forgets);
        for (var n = 0; n < 3; n++) await node.WriteAsync(Topics.Click, "no JSON"u8.ToArray());

        var view = await node.ViewAsync(v => v.Books.Sum(b => b.Read) == 3);

        Assert.Equal(forgets ? 2 : 3, view.Books.Sum(b => b.Shown + b.Duplicate + b.Late + b.Bot + b.Rejected + b.Expired));
    }

    [Fact]
    public async Task The_newest_rejected_records_come_with_their_reasons()
    {
        await using var node = await WatchedNode.StartAsync(await shared.BootstrapServersAsync(), SharedKafka.NewPrefix());
        for (var n = 0; n < 9; n++)
        {
            await node.WriteAsync(
                Topics.Rejected, Encoding.UTF8.GetBytes(new string('ü', 500)),
                ("reason", $"reason {n}"), ("topic", Topics.Click), ("partition", "4"), ("offset", (149_378 + n).ToString(CultureInfo.InvariantCulture)), ("time", "1764316000000"));
        }

        var view = await node.ViewAsync(v => v.Rejected is { Records: 9, Newest.Count: > 0 });

        Assert.Equal(["reason 8", "reason 7", "reason 6", "reason 5", "reason 4", "reason 3", "reason 2"], view.Rejected.Newest.Select(r => r.Reason));
        Assert.Equal(new RejectedRow("reason 8", Topics.Click, 4, 149_386, 1_764_316_000_000, new string('ü', 200)), view.Rejected.Newest[0]);

        using var http = new HttpClient();
        var file = await http.GetStringAsync(new Uri(node.Hub, "/live/rejected"), TestContext.Current.CancellationToken);
        var lines = file.TrimEnd().Split("\r\n");
        Assert.Equal("received,reason,topic,partition,offset,text", lines[0]);
        Assert.Equal($"2025-11-28T07:46:40+00:00,reason 8,edm-ui-click,4,149386,{new string('ü', 500)}", lines[1]);
        Assert.Equal(10, lines.Length);
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_not_known()
    {
        await using var node = await WatchedNode.StartAsync(await shared.BootstrapServersAsync(), SharedKafka.NewPrefix());

        var history = (await node.ViewAsync(v => v.Groups[0].Lag is not null)).Groups[1];

        Assert.Equal(("EdmStats", ConsumerGroups.History, null, null, null), (history.Service, history.Group, history.Nodes, history.Lag, history.Rate));
        Assert.Equal(18, history.Partitions.Count(p => p is { Position: null, Lag: null, Owner: null }));
    }

    [Fact]
    public async Task The_hub_tells_it_in_the_pages_words()
    {
        await using var node = await WatchedNode.StartAsync(await shared.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var page = new HubConnectionBuilder().WithUrl(node.Hub).Build();
        await page.StartAsync(TestContext.Current.CancellationToken);

        JsonElement view = default;
        await foreach (var next in page.StreamAsync<JsonElement>("Pipeline", TestContext.Current.CancellationToken))
        {
            view = next;
            if (view.GetProperty("topics")[0].GetProperty("partitions").GetArrayLength() == 6) break;
        }

        Assert.Equal(
            ["at", "cluster", "prefix", "state", "rebuild", "countedTo", "countingSince", "rebalancedAt", "rebalanceTook", "topics", "groups", "live", "rejected", "screens", "books"],
            view.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["topic", "partition", "position", "lag", "owner"], view.GetProperty("groups")[0].GetProperty("partitions")[0].EnumerateObject().Select(p => p.Name));
    }

    private static string OwnersOf(GroupView group) =>
        string.Join(", ", group.Partitions.GroupBy(p => p.Owner).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Count()}"));
}
