using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Tests.Push;

public class EventLogTests
{
    private static readonly LogPartition Clicks = new(Topics.Click, 0), Pages = new(Topics.PageLoad, 0);
    private readonly EventLog _log = new();
    private long _offset;

    [Fact]
    public void Rows_are_the_newest_first()
    {
        Click("a");
        Click("b");

        Assert.Equal(["b", "a"], Texts(LogFilter.All));
    }

    [Fact]
    public void Of_more_than_a_frame_carries_each_has_the_same_chance()
    {
        // Two thousand times 4 of 100: how often each was taken is about 80.
        var taken = new int[100];
        for (var moment = 0; moment < 2_000; moment++)
        {
            for (var i = 0; i < 100; i++) Click($"{i}");
            foreach (var text in Texts(LogFilter.All).Take(LogWatch.RowsAMoment)) taken[int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)]++;
        }

        Assert.All(taken, count => Assert.InRange(count, 80 - 45, 80 + 45));
    }

    [Fact]
    public void What_was_not_taken_is_counted()
    {
        var before = View(LogFilter.All);
        for (var i = 0; i < 1_000; i++) Click("a");

        var (rows, skipped) = View(LogFilter.All).Since(before);

        Assert.Equal((LogWatch.RowsAMoment, 1_000 - LogWatch.RowsAMoment), (rows.Count, skipped));
    }

    [Theory]
    [InlineData("click", null, "kettle")]
    [InlineData("pageload", null, "/kits")]
    [InlineData(null, "KET", "kettle")]
    [InlineData(null, "ada", "/kits,kettle")]
    [InlineData("click", "ada", "kettle")]
    [InlineData(null, "nobody", "")]
    public void A_filter_takes_what_it_says(string? kind, string? text, string taken)
    {
        var filter = new FrameRequest(5, kind, text).Filter;
        using var watching = _log.Watch(filter);
        Click("kettle");
        Add(Pages, "pageload", """{"url":"/kits"}""");

        Assert.Equal(taken, string.Join(",", Texts(filter)));
    }

    [Fact]
    public void A_filter_sees_each_of_many_events_that_others_only_sample()
    {
        var filter = new FrameRequest(5, Text: "needle").Filter;
        using var watching = _log.Watch(filter);
        for (var i = 0; i < 4_000; i++) Click(i % 1_000 == 0 ? "needle" : "hay");

        Assert.Equal(4, Texts(filter).Count());
    }

    [Fact]
    public void A_filter_is_seen_to_as_long_as_somebody_looks_through_it()
    {
        var filter = new LogFilter("click", null);
        var one = _log.Watch(filter);
        var other = _log.Watch(filter);
        one!.Dispose();
        Assert.Contains(filter, _log.Views().Keys);

        other!.Dispose();
        Assert.DoesNotContain(filter, _log.Views().Keys);
    }

    [Fact]
    public void More_different_filters_than_it_sees_to_are_refused()
    {
        for (var i = 0; i < 100; i++) Assert.NotNull(_log.Watch(new LogFilter(null, $"{i}")));

        Assert.Null(_log.Watch(new LogFilter(null, "one more")));
        Assert.NotNull(_log.Watch(new LogFilter(null, "7")));
    }

    private LogView View(LogFilter filter) => _log.Views()[filter];

    private IEnumerable<string> Texts(LogFilter filter) => View(filter).Rows.Select(row => row.Text);

    private void Click(string button) => Add(Clicks, "click", $$"""{"button_id":"{{button}}"}""");

    private void Add(LogPartition partition, string type, string properties)
    {
        var json = $$"""{"type":"{{type}}","uuid":"ada","event_timestamp":1,"properties":{{properties}}}""";
        Assert.True(LogRecord.TryRead(partition.Topic, Encoding.UTF8.GetBytes(json), 2, out var record, out _));
        _log.Add(partition, _offset++, record);
    }
}
