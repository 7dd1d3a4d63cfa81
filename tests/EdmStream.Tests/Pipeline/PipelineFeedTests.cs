using Confluent.Kafka;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Tests.Pipeline;

public class PipelineFeedTests
{
    private static readonly LogPartition Clicks = new(Topics.Click, 0), MoreClicks = new(Topics.Click, 1), Rejected = new(Topics.Rejected, 0);

    [Fact]
    public async Task While_nobody_watches_the_brokers_are_left_alone()
    {
        await using var watching = new Watching();
        watching.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, watching.Opened);

        var viewer = watching.NewViewer();
        await Watching.NextAsync(viewer);
        await viewer.DisposeAsync();

        await Eventually.TrueAsync(() => watching.Facts.IsOver, Watching.Patience);
        var asked = watching.Facts.Asked;
        watching.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, asked), (watching.Opened, watching.Facts.Asked));
    }

    [Fact]
    public async Task The_brokers_are_asked_once_for_all_who_watch()
    {
        await using var watching = new Watching();
        var (one, another) = (watching.NewViewer(), watching.NewViewer());

        Assert.Same(await Watching.NextAsync(one), await Watching.NextAsync(another));
        Assert.Equal(1, watching.Facts.Asked);
        Assert.Same(await watching.NextAfterBeatAsync(one), await Watching.NextAsync(another));
        Assert.Equal((1, 2), (watching.Opened, watching.Facts.Asked));
    }

    [Fact]
    public async Task Who_comes_again_after_all_have_left_sees_what_is_new()
    {
        await using var watching = new Watching();
        var first = watching.NewViewer();
        var before = await Watching.NextAsync(first);
        await first.DisposeAsync();

        var after = await Watching.NextAsync(watching.NewViewer());

        Assert.Equal(2, watching.Opened);
        Assert.NotSame(before, after);
    }

    [Fact]
    public async Task The_lag_is_what_a_group_has_yet_to_read()
    {
        await using var watching = new Watching();
        watching.Facts.Bounds[Clicks] = new LogBounds(0, 10);
        watching.Facts.Bounds[MoreClicks] = new LogBounds(5, 20);
        (watching.Facts.Positions[Clicks], watching.Facts.Positions[MoreClicks]) = (7, 21);

        var (live, history) = (await Watching.NextAsync(watching.NewViewer())).Groups switch { [var l, var h] => (l, h), _ => default };

        // A position may be younger than the end that it is compared with.
        Assert.Equal([(7, 3), (21, 0)], live!.Partitions.Select(p => (p.Position!.Value, p.Lag!.Value)));
        Assert.Equal(3, live.Lag);
        Assert.Equal((null, null, null), (history!.Nodes, history.Lag, history.Rate));
        Assert.All(history.Partitions, p => Assert.Equal((null, null, null), (p.Position, p.Lag, p.Owner)));
    }

    [Fact]
    public async Task Owners_are_numbered_by_their_ids()
    {
        await using var watching = new Watching();
        (watching.Facts.Bounds[Clicks], watching.Facts.Bounds[MoreClicks]) = (new LogBounds(0, 0), new LogBounds(0, 0));
        watching.Facts.Members = [new("zoe", [Clicks]), new("ada", [MoreClicks])];

        var live = (await Watching.NextAsync(watching.NewViewer())).Groups[0];

        Assert.Equal(2, live.Nodes);
        Assert.Equal(["stream-2", "stream-1"], live.Partitions.Select(p => p.Owner));
    }

    [Fact]
    public async Task What_is_written_and_read_in_a_second_is_seen_after_the_first()
    {
        await using var watching = new Watching();
        (watching.Facts.Bounds[Clicks], watching.Facts.Positions[Clicks]) = (new LogBounds(0, 100), 50);
        var viewer = watching.NewViewer();
        var first = await Watching.NextAsync(viewer);
        Assert.Equal((null, null), (first.Topics[1].Rate, first.Groups[0].Rate));

        (watching.Facts.Bounds[Clicks], watching.Facts.Positions[Clicks]) = (new LogBounds(0, 200), 80);
        var second = await watching.NextAfterBeatAsync(viewer);

        Assert.Equal((100, 30), (second.Topics[1].Rate, second.Groups[0].Rate));
    }

    [Fact]
    public async Task What_the_brokers_refuse_is_not_known_and_said_once()
    {
        await using var watching = new Watching();
        watching.Facts.Bounds[Clicks] = new LogBounds(0, 10);
        watching.Facts.Refusal = new KafkaException(new Error(ErrorCode.GroupAuthorizationFailed, "not allowed"));
        var viewer = watching.NewViewer();

        for (var i = 0; i < 12; i++)
        {
            var view = i == 0 ? await Watching.NextAsync(viewer) : await watching.NextAfterBeatAsync(viewer);
            Assert.Equal((null, 10), (view.Groups[0].Nodes, view.Topics[1].Partitions[0].End));
        }

        Assert.Equal(["The brokers did not tell the members of live, so the pipeline view is without: not allowed"], watching.Said);
        Assert.Equal(3, watching.Facts.AskedForMembers);
    }

    [Fact]
    public async Task Rejected_records_are_read_again_only_when_there_are_others()
    {
        await using var watching = new Watching();
        watching.Facts.Bounds[Rejected] = new LogBounds(2, 12);
        var viewer = watching.NewViewer();
        await Watching.NextAsync(viewer);
        await watching.NextAfterBeatAsync(viewer);
        Assert.Equal(1, watching.Facts.Reads);

        watching.Facts.Bounds[Rejected] = new LogBounds(2, 13);
        var view = await watching.NextAfterBeatAsync(viewer);

        Assert.Equal(11, view.Rejected.Records);
        Assert.Equal([12, 11, 10, 9, 8, 7, 6], view.Rejected.Newest.Select(r => r.Offset));
        Assert.Equal(2, watching.Facts.Reads);
    }
}
