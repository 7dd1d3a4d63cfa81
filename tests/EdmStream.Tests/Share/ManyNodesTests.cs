using EdmContracts;
using EdmKafka;
using EdmStream.Tests.Consume;

namespace EdmStream.Tests.Share;

/// <summary>Nodes that share the partitions show the same, whoever counts what.</summary>
public class ManyNodesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly LogPartition Other = new(Topics.Click, 1);
    private readonly Counting _one = new();
    private readonly Counting _two;

    public ManyNodesTests() => _two = new Counting(_one);

    [Fact]
    public async Task Each_shows_the_partitions_of_all()
    {
        _one.WriteClick("a", ago: Minute);
        _one.WriteClick("b", ago: Minute, to: Other);
        _one.ReadAll([Counting.Clicks]);
        _two.ReadAll([Other]);
        await _one.FrameAsync();
        await _two.FrameAsync();

        var (one, two) = (await _one.FrameAsync(), await _two.FrameAsync());

        Assert.Equal(("live", 2L), (one.State, one.Figures.Clicks.Value));
        Assert.Equal(("live", 2L), (two.State, two.Figures.Clicks.Value));
        Assert.Equal(one.Partitions, two.Partitions);
        Assert.Equal(2, one.Partitions.Count);
    }

    [Fact]
    public async Task While_one_partition_is_not_spoken_of_nothing_counts_as_whole()
    {
        _one.WriteClick("a", ago: Minute);
        _one.WriteClick("b", ago: Minute, to: Other);
        _one.ReadAll([Counting.Clicks]);

        Assert.Equal("rebuilding", (await _one.FrameAsync()).State);
    }

    [Fact]
    public async Task What_another_node_counts_stands_in_the_event_log_and_what_it_does_not_tell_of_is_counted()
    {
        _one.WriteClick("a", ago: Minute);
        _one.WriteClick("b", ago: Minute, to: Other);
        _one.ReadAll([Counting.Clicks]);
        _two.ReadAll([Other]);
        await _two.FrameAsync();
        await _one.FrameAsync();
        var before = _one.Log;

        for (var i = 0; i < 100; i++) _one.WriteClick($"id-{i}", ago: Minute, to: Other, button: "kettle");
        _two.ReadOn();
        await _two.FrameAsync();
        await _one.FrameAsync();

        var (rows, skipped) = _one.Log.Since(before);
        Assert.Equal(100, rows.Count + skipped);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal((1, "kettle", "ada"), (row.Partition, row.Text, row.Visitor)));
    }

    [Fact]
    public async Task Who_joins_shows_nothing_before_it_has_read_all_that_was_said()
    {
        _one.WriteClick("a", ago: Minute);
        _one.ReadAll();
        await _one.FrameAsync();

        var joining = new Counting(_one, follows: false);
        joining.Counter.Begin([], joining);
        var frame = await joining.FrameAsync();
        Assert.Equal(("rebuilding", 0L, 0L), (frame.State, frame.Figures.Clicks.Value, frame.Position));

        joining.Follows = true;
        frame = await joining.FrameAsync();
        Assert.Equal(("live", 1L, (long)_one.Live.End), (frame.State, frame.Figures.Clicks.Value, frame.Position));
    }

    [Fact]
    public async Task Of_half_of_what_was_said_it_shows_nothing()
    {
        _one.WriteClick("a", ago: Minute);
        _one.ReadAll();
        await _one.FrameAsync();

        var joining = new Counting(_one, follows: false);
        joining.Counter.Begin([], joining);
        joining.FollowTo(_one.Live.End - 1);

        Assert.Equal(0, (await joining.FrameAsync()).Position);
    }

    [Fact]
    public async Task A_node_whose_clock_is_off_leaves_and_shows_nothing_any_more()
    {
        _one.WriteClick("a", ago: Minute);
        _one.ReadAll();
        _one.Live.Clock = _one.Time.GetUtcNow() + TimeSpan.FromSeconds(40);
        await _one.FrameAsync();
        await _one.FrameAsync();
        var shown = _one.Shown;

        await _one.FrameAsync();

        Assert.Equal(ReaderNeed.Leave, _one.Counter.Needs);
        Assert.Equal(shown, _one.Shown);
    }
}
