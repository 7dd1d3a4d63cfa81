using EdmStream.Push;

namespace EdmStream.Tests.Consume;

public class RebuildTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Counting _node = new();

    [Fact]
    public async Task A_restart_shows_what_was_shown_before()
    {
        for (var minutes = 120; minutes >= 0; minutes--) _node.WriteClick($"id-{minutes}", ago: minutes * Minute);
        _node.ReadAll();
        var before = await _node.FrameAsync(60);
        _node.ReadAll();
        var after = await _node.FrameAsync(60);

        Assert.Equal(before.Figures.Clicks, after.Figures.Clicks);
        Assert.Equal(before.Lists.Buttons, after.Lists.Buttons);
    }

    [Fact]
    public void It_reads_again_from_two_hours_and_the_memory_of_ids_ago()
    {
        _node.WriteClick("a", ago: Minute);
        _node.ReadAll();

        Assert.Equal([(Counting.Start - (120 + 66 + 1) * Minute).ToUnixTimeMilliseconds()], _node.AskedFor);
    }

    [Fact]
    public void It_tells_when_it_was_given_its_partitions_and_how_long_it_took_to_be_live_again()
    {
        _node.WriteClick("a", ago: Minute);
        _node.Counter.Begin([Counting.Clicks], _node);
        var (start, since) = (Counting.Start.ToUnixTimeMilliseconds(), (Counting.Start - 120 * Minute).ToUnixTimeMilliseconds());
        Assert.Equal(new Assignment(since, start, Took: null), _node.AssignedAfterBeat());

        _node.Counter.ReachEnd(Counting.Clicks, 1);

        Assert.Equal(new Assignment(since, start, Took: 2000), _node.AssignedAfterBeat());
    }

    [Fact]
    public async Task What_was_received_before_the_windows_only_fills_the_memory_of_ids()
    {
        _node.WriteClick("a", ago: 150 * Minute);
        _node.WriteClick("a", ago: 100 * Minute);
        _node.ReadAll();

        var books = Assert.Single((await _node.FrameAsync()).Partitions);

        Assert.Equal((1, 1, 0), (books.Read, books.Duplicate, books.Shown));
    }

    [Fact]
    public async Task Where_nothing_is_young_enough_it_goes_on_from_the_end_it_had_looked_up()
    {
        _node.WriteClick("a", ago: 300 * Minute);
        _node.ReadAll();

        var frame = await _node.FrameAsync();

        Assert.Equal("waiting", frame.State);
        Assert.Equal(0, Assert.Single(frame.Partitions).Read);
    }

    [Fact]
    public async Task Where_the_brokers_know_no_times_it_reads_from_the_beginning()
    {
        var node = new Counting(("Kafka:BrokerTimes", "false"));
        node.WriteClick("a", ago: Minute);
        node.ReadAll();

        Assert.Empty(node.AskedFor);
        Assert.Equal(1, Assert.Single((await node.FrameAsync()).Partitions).Read);
    }

    [Fact]
    public async Task While_the_log_is_read_again_the_last_figures_stand()
    {
        _node.WriteClick("a", ago: Minute);
        _node.WriteClick("b", ago: Minute);
        _node.ReadAll();
        await _node.FrameAsync();

        _node.Counter.Release();
        _node.WriteClick("c", ago: Minute);
        _node.WriteClick("d", ago: Minute);
        _node.Counter.Begin([Counting.Clicks], _node);
        var frame = await _node.FrameAsync();

        Assert.Equal("rebuilding", frame.State);
        Assert.Equal(new Rebuild(0, 2), frame.Rebuild);
        Assert.Equal(2, frame.Figures.Clicks.Value);
    }

    [Fact]
    public async Task What_is_read_again_does_not_stand_in_the_event_log_again()
    {
        _node.WriteClick("a", ago: Minute);
        _node.ReadAll();
        _node.Counter.Release();
        _node.ReadAll();

        Assert.Single((await _node.FrameAsync()).Events);
    }

    [Fact]
    public async Task A_node_without_partitions_shows_what_the_others_count()
    {
        var idle = new Counting(_node);
        idle.Counter.Begin([], idle);
        _node.WriteClick("a", ago: Minute);
        Assert.Equal("rebuilding", (await idle.FrameAsync()).State);

        _node.ReadAll();
        await _node.FrameAsync();

        var frame = await idle.FrameAsync();
        Assert.Equal(("live", 1), (frame.State, frame.Figures.Clicks.Value));
    }
}
