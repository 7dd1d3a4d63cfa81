using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Tests.Consume;

/// <summary>A node takes a partition of which another one has spoken.</summary>
public class TakingOverTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1), Minute = TimeSpan.FromMinutes(1);
    private readonly Counting _first = new();

    [Fact]
    public async Task The_books_go_on_where_those_of_the_last_owner_ended()
    {
        _first.WriteClick("a", ago: Minute);
        _first.WriteClick("a", ago: Minute);
        _first.ReadAll();
        await _first.FrameAsync();
        _first.Time.Advance(4 * Hour);
        _first.WriteClick("c", ago: -4 * Hour);

        var books = await BooksOfNextAsync();

        Assert.Equal((3, 2, 1), (books.Read, books.Shown, books.Duplicate));
    }

    [Fact]
    public async Task What_is_read_again_is_not_counted_twice()
    {
        _first.WriteClick("a", ago: Minute);
        _first.ReadAll();
        await _first.FrameAsync();
        _first.WriteClick("b", ago: Minute);

        var books = await BooksOfNextAsync();

        Assert.Equal((2, 2), (books.Read, books.Shown));
    }

    [Fact]
    public async Task Where_nobody_counted_for_too_long_the_books_begin_anew()
    {
        _first.WriteClick("a", ago: Minute);
        _first.ReadAll();
        await _first.FrameAsync();
        _first.Time.Advance(4 * Hour);
        _first.WriteClick("b", ago: -1 * Hour);
        _first.WriteClick("c", ago: -4 * Hour);

        var books = await BooksOfNextAsync();

        Assert.Equal((1, 1), (books.Read, books.Shown));
    }

    [Fact]
    public async Task What_buckets_closed_with_stays_as_it_was_shown()
    {
        _first.WriteClick("a", ago: Minute);
        _first.ReadAll();
        for (var second = 0; second < 30; second++) await _first.FrameAsync();
        var before = (await _first.FrameAsync()).Figures.VisitorsNow.Series;
        var next = new Counting(_first);
        next.ReadAll();

        var after = (await next.FrameAsync()).Figures.VisitorsNow.Series;

        Assert.Contains(1, before.SkipLast(1));
        Assert.Equal(before.SkipLast(1), after.SkipLast(1));
    }

    [Fact]
    public async Task What_was_said_of_a_log_that_is_no_more_is_taken_back()
    {
        _first.WriteClick("a", ago: Minute);
        _first.WriteClick("b", ago: Minute);
        _first.ReadAll();
        await _first.FrameAsync();
        var said = _first.Live.Said()[0];
        _first.Forget(Counting.Clicks);
        _first.WriteClick("c", ago: Minute);

        var next = new Counting(_first);
        next.ReadAll();
        Assert.Empty(_first.Live.Said());

        var books = Assert.Single((await next.FrameAsync()).Partitions);
        Assert.Equal((1, 1), (books.Read, books.Shown));
        Assert.NotEqual(said.Head.Node, _first.Live.Said()[0].Head.Node);
    }

    [Fact]
    public async Task A_partition_that_comes_back_goes_on_with_what_others_closed_meanwhile()
    {
        _first.WriteClick("a", ago: Minute);
        _first.ReadAll();
        await _first.FrameAsync();
        _first.Counter.Release();
        var other = new Counting(_first);
        other.ReadAll();
        for (var second = 0; second < 12; second++) await other.FrameAsync();
        other.Counter.Release();

        _first.ReadAll();

        Assert.Equal(1, (await _first.FrameAsync()).Figures.VisitorsNow.Series[^2]);
    }

    private async Task<PartitionBooks> BooksOfNextAsync()
    {
        var next = new Counting(_first);
        next.ReadAll();
        return Assert.Single((await next.FrameAsync()).Partitions);
    }
}
