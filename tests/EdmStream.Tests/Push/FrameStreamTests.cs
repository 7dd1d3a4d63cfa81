using EdmStream.Push;
using EdmStream.Share;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Push;

public class FrameStreamTests
{
    private readonly LiveFeed _feed = new();
    private readonly FrameDeltas _deltas = new();
    private readonly FakeTimeProvider _time = new();
    private readonly IReadOnlyDictionary<int, WindowFigures> _windows = new LiveFigures().At([], 1_795_437_660_000);

    [Fact]
    public async Task A_first_frame_brings_all_and_the_others_what_changed()
    {
        await using var frames = Frames();
        Publish(1);
        Assert.True(await frames.MoveNextAsync());
        Assert.Equal("live", Assert.IsType<LiveFrame>(frames.Current).State);

        Publish(2);
        await NextAsync(frames);
        Assert.Equal("""{"sequence":2}""", Assert.IsType<FrameChange>(frames.Current).Change.GetRawText());
    }

    [Fact]
    public async Task A_slow_connection_gets_the_newest_moment_and_none_between()
    {
        await using var frames = Frames();
        Publish(1);
        Assert.Equal(1, await NextAsync(frames));

        for (var sequence = 2; sequence <= 1_000; sequence++) Publish(sequence);
        Assert.Equal(1_000, await NextAsync(frames));
    }

    [Fact]
    public async Task A_connection_that_does_not_read_holds_no_other_up()
    {
        await using var frozen = Frames();
        await using var lively = Frames();
        Publish(1);
        Assert.Equal(1, await NextAsync(frozen));
        Assert.Equal(1, await NextAsync(lively));

        for (var sequence = 2; sequence <= 20; sequence++)
        {
            Publish(sequence);
            Assert.Equal(sequence, await NextAsync(lively));
        }
    }

    [Fact]
    public async Task Frames_come_at_most_four_times_a_second()
    {
        await using var frames = Frames();
        Publish(1);
        Assert.True(await frames.MoveNextAsync());
        Publish(2);
        var next = frames.MoveNextAsync().AsTask();

        _time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await next);
    }

    [Fact]
    public async Task Frames_come_no_more_often_where_moments_do()
    {
        await using var frames = Frames();
        Publish(1);
        Assert.True(await frames.MoveNextAsync());
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Publish(2);
        var next = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.True(await next);

        _time.Advance(TimeSpan.FromMilliseconds(150));
        Publish(3);
        next = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await next);
    }

    [Fact]
    public async Task Who_came_late_to_a_moment_is_ready_for_the_next_one_in_time()
    {
        await using var frames = Frames();
        Publish(1);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.True(await frames.MoveNextAsync());

        var next = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Publish(2);

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_moment_is_never_sent_twice()
    {
        await using var frames = Frames();
        Publish(1);
        Assert.Equal(1, await NextAsync(frames));
        var next = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(next.IsCompleted);

        Publish(2);
        Assert.True(await next);
        Assert.Equal(2, SequenceOf(frames.Current));
    }

    [Fact]
    public async Task A_first_frame_brings_the_rows_at_hand_and_later_ones_what_came_since()
    {
        await using var frames = Frames();
        Publish(1, new LogView(Rows("c", "b", "a"), Taken: 3, Seen: 3));
        await NextAsync(frames);
        Assert.Equal(["c", "b", "a"], frames.Current.Events.Select(e => e.Text));

        Publish(2, new LogView(Rows("e", "d", "c", "b", "a"), Taken: 5, Seen: 12));
        await NextAsync(frames);
        Assert.Equal(["e", "d"], frames.Current.Events.Select(e => e.Text));
        Assert.Equal(7, frames.Current.Skipped);
    }

    [Fact]
    public async Task A_first_frame_looks_through_the_rows_at_hand_with_the_filter()
    {
        var request = new FrameRequest(5, Text: " B ");
        await using var frames = new FrameStream(_feed, _deltas, _time).ReadAsync(5, request.Filter, after: 0, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Publish(1, new LogView(Rows("abc", "xyz", "bcd"), Taken: 3, Seen: 3));

        Assert.True(await frames.MoveNextAsync());

        Assert.Equal(["abc", "bcd"], frames.Current.Events.Select(e => e.Text));
    }

    [Fact]
    public async Task Who_was_told_of_a_later_moment_elsewhere_is_answered_when_the_node_is_there()
    {
        Publish(1, position: 40);
        await using var frames = Frames(after: 42);
        var first = frames.MoveNextAsync().AsTask();
        Publish(2, position: 41);
        Assert.False(first.IsCompleted);

        Publish(3, position: 42);

        Assert.True(await first);
        Assert.Equal((3, 42), (SequenceOf(frames.Current), ((LiveFrame)frames.Current).Position));
    }

    [Fact]
    public async Task A_node_that_has_not_read_all_yet_is_waited_for_however_long_it_takes()
    {
        Publish(1, isRead: false);
        await using var frames = Frames(after: 42);
        var first = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(60));
        Publish(2, isRead: false);
        _time.Advance(TimeSpan.FromSeconds(9));
        Publish(3, position: 41);
        Assert.False(first.IsCompleted);

        Publish(4, position: 42);

        Assert.True(await first);
        Assert.Equal(4, SequenceOf(frames.Current));
    }

    [Fact]
    public async Task After_ten_seconds_it_is_answered_all_the_same()
    {
        Publish(1, position: 40);
        await using var frames = Frames(after: 1_000_000);
        var first = frames.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        Publish(2, position: 41);

        Assert.True(await first);
        Assert.Equal(2, SequenceOf(frames.Current));
    }

    private IAsyncEnumerator<FrameMessage> Frames(long after = 0) =>
        new FrameStream(_feed, _deltas, _time).ReadAsync(5, LogFilter.All, after, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private async Task<long> NextAsync(IAsyncEnumerator<FrameMessage> frames)
    {
        var next = frames.MoveNextAsync().AsTask();
        if (!next.IsCompleted) _time.Advance(FrameStream.Beat);
        Assert.True(await next);
        return SequenceOf(frames.Current);
    }

    private void Publish(long sequence, LogView? log = null, long position = 0, bool isRead = true) => _feed.Publish(new Moment(
        sequence, _time.GetUtcNow().ToUnixTimeMilliseconds(), "live", 0, null, null, _windows, new Dictionary<LogFilter, LogView> { [LogFilter.All] = log ?? LogView.Empty }, [], position, isRead));

    private static List<LogRow> Rows(params string[] texts) => [.. texts.Select((text, i) => new LogRow(-i, "edm-ui-click", 0, 0, "click", 0, 0, "ada", text))];

    private static long SequenceOf(FrameMessage frame) => frame is FrameChange change ? change.Change.GetProperty("sequence").GetInt64() : ((LiveFrame)frame).Sequence;
}
