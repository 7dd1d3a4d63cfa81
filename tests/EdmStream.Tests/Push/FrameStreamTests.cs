using EdmStream.Push;
using EdmStream.Share;
using Microsoft.Extensions.Time.Testing;

namespace EdmStream.Tests.Push;

public class FrameStreamTests
{
    private readonly LiveFeed _feed = new();
    private readonly FakeTimeProvider _time = new();
    private readonly IReadOnlyDictionary<int, WindowFigures> _windows = new LiveFigures().At([], 1_795_437_660_000);

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
        Assert.Equal(2, frames.Current.Sequence);
    }

    [Fact]
    public async Task A_first_frame_brings_the_rows_at_hand_and_later_ones_what_came_since()
    {
        await using var frames = Frames();
        Publish(1, seen: 3, "c", "b", "a");
        await NextAsync(frames);
        Assert.Equal(["c", "b", "a"], Rows(frames.Current));

        Publish(2, seen: 5, "e", "d", "c", "b", "a");
        await NextAsync(frames);
        Assert.Equal(["e", "d"], Rows(frames.Current));
        Assert.Equal(0, frames.Current.Skipped);
    }

    [Fact]
    public async Task What_came_beyond_fifty_rows_is_counted_as_skipped()
    {
        await using var frames = Frames();
        Publish(1);
        await NextAsync(frames);
        Publish(2, seen: 5_000, [.. Enumerable.Range(0, 200).Select(i => $"row-{i}")]);
        await NextAsync(frames);

        Assert.Equal((50, 4_950), (frames.Current.Events.Count, frames.Current.Skipped));
    }

    private IAsyncEnumerator<LiveFrame> Frames() =>
        new FrameStream(_feed, _time).ReadAsync(5, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private async Task<long> NextAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        var next = frames.MoveNextAsync().AsTask();
        if (!next.IsCompleted) _time.Advance(FrameStream.Beat);
        Assert.True(await next);
        return frames.Current.Sequence;
    }

    private void Publish(long sequence, long seen = 0, params string[] rows) => _feed.Publish(new Moment(
        sequence, 0, "live", 0, null, null, _windows, [.. rows.Select(r => new LogRow("edm-ui-click", 0, 0, "click", 0, "ada", r))], seen, []));

    private static IEnumerable<string> Rows(LiveFrame frame) => frame.Events.Select(e => e.Text);
}
