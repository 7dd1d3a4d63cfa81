using EdmStream.Push;

namespace EdmStream.Tests.Consume;

public class RecordCounterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Counting _node = new();

    [Fact]
    public async Task Every_record_gets_one_verdict_and_the_books_hold()
    {
        _node.WriteClick("a", ago: Minute);
        _node.WriteClick("a", ago: Minute);
        _node.WriteClick("b", ago: Minute, happened: 62 * Minute);
        _node.Write("not JSON", ago: Minute);
        _node.Write($$"""{"event_id":"c","bot":"crawler","type":"click","event_timestamp":{{Counting.Start.ToUnixTimeMilliseconds()}}}""", ago: Minute);
        _node.ReadAll();

        var books = Assert.Single((await _node.FrameAsync()).Partitions);

        Assert.Equal(new PartitionBooks("edm-ui-click", 0, Read: 5, Shown: 1, Duplicate: 1, Late: 1, Bot: 1, Rejected: 1, Expired: 0), books);
    }

    [Fact]
    public async Task Expired_records_were_read_over_and_are_accounted_for()
    {
        _node.WriteClick("a", ago: Minute);
        _node.ReadAll();
        _node.Counter.Expire(Counting.Clicks, 41);

        var books = Assert.Single((await _node.FrameAsync()).Partitions);

        Assert.Equal((42, 1, 41), (books.Read, books.Shown, books.Expired));
    }

    [Fact]
    public async Task Only_what_is_shown_counts()
    {
        _node.WriteClick("a", ago: Minute);
        _node.WriteClick("a", ago: Minute);
        _node.WriteClick("b", ago: Minute, happened: 62 * Minute);
        _node.ReadAll();

        Assert.Equal(1, (await _node.FrameAsync()).Figures.Clicks.Value);
    }

    [Fact]
    public async Task A_quiet_log_still_gets_a_frame_a_second()
    {
        _node.WriteClick("a", ago: Minute);
        _node.ReadAll();
        var first = await _node.FrameAsync();

        Assert.Equal(first.Sequence + 1, (await _node.FrameAsync()).Sequence);
    }

    [Fact]
    public async Task What_is_news_is_shown_with_the_beat_in_which_it_is_said()
    {
        _node.WriteClick("a", ago: Minute);
        _node.ReadAll();
        var first = await _node.FrameAsync();
        _node.ReadAll();
        _node.Time.Advance(TimeSpan.FromMilliseconds(199));
        _node.Beat();
        Assert.Equal(first.Sequence, _node.Shown);

        _node.Time.Advance(TimeSpan.FromMilliseconds(51));
        _node.Beat();
        Assert.Equal(first.Sequence + 1, _node.Shown);
    }
}
