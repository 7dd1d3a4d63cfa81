using System.Text;
using EdmContracts;
using EdmKafka;
using EdmStream.Count;
using EdmStream.Share;

namespace EdmStream.Tests.Share;

public class LiveFiguresTests
{
    // The start of a minute, and of a bucket.
    private const long Now = 1_795_437_660_000;
    private readonly PartitionCounts[] _partitions = [new(), new()];
    private readonly PartitionVoice[] _voices;
    private readonly SharedState _shared = new();
    private readonly LiveFigures _figures = new();

    public LiveFiguresTests() => _voices = [.. _partitions.Select((counts, index) => new PartitionVoice(
        index, "node", 1, counts, new Dictionary<string, Tally> { [Topics.Click] = new Tally(0) }, 0, () => 0))];

    [Fact]
    public void The_partitions_add_up()
    {
        Click(0, Now, "ada", "browse-kits");
        Click(1, Now, "bob", "browse-kits");
        Click(1, Now, "bob", "search");

        var window = At(Now)[30];

        Assert.Equal(2, window.Figures.VisitorsNow.Value);
        Assert.Equal(3, window.Figures.Clicks.Value);
        Assert.Equal([new KeyCount("browse-kits", 2), new KeyCount("search", 1)], window.Lists.Buttons);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_window_and_the_one_before_meet_without_gap_or_overlap(int window)
    {
        var edge = Now - window * 60_000;
        Click(0, edge + 5_000, "ada", "first-of-the-window");
        Click(0, edge, "ada", "last-before-it");
        Click(0, edge - window * 60_000 + 5_000, "ada", "first-before-it");
        Click(0, edge - window * 60_000, "ada", "older");

        var clicks = At(Now)[window].Figures.Clicks;

        Assert.Equal((1, 2), (clicks.Value, clicks.Before));
    }

    [Fact]
    public void A_clock_that_is_a_little_ahead_hides_nothing()
    {
        Click(0, Now + 55_000, "ada", "browse-kits");

        var window = At(Now)[5];

        Assert.Equal(1, window.Figures.Clicks.Value);
        Assert.Equal(1, window.Figures.VisitorsNow.Value);
    }

    [Theory]
    [InlineData(5, 5_000)]
    [InlineData(30, 15_000)]
    [InlineData(60, 30_000)]
    public void Steps_begin_at_round_times_and_end_with_the_one_that_is_not_over(int window, int step)
    {
        Click(0, Now + 2_000, "ada", "browse-kits");

        var traffic = At(Now + 4_000)[window].Traffic;

        Assert.Equal(step, traffic.Step);
        Assert.Equal(0, traffic.From % step);
        Assert.InRange(Now, traffic.From + (traffic.Clicks.Count - 1) * step, traffic.From + traffic.Clicks.Count * step - 1);
        Assert.Equal(1, traffic.Clicks[^1]);
        Assert.Equal(traffic.Clicks.Count, traffic.Before.Clicks.Count);
    }

    [Fact]
    public void Only_the_ten_most_clicked_buttons_are_listed()
    {
        for (var button = 1; button <= 12; button++)
            for (var times = 0; times < button; times++) Click(button % 2, Now, "ada", $"button-{button:00}");

        var buttons = At(Now)[5].Lists.Buttons;

        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(b => new KeyCount($"button-{b:00}", b)), buttons);
    }

    [Fact]
    public void The_visitors_of_a_closed_bucket_stand_as_they_were_shown()
    {
        Click(0, Now, "ada", "browse-kits");
        At(Now);
        Click(0, Now + 6_000, "bob", "browse-kits");

        var visitors = At(Now + 6_000)[5].Figures.VisitorsNow;

        Assert.Equal((1, 2), (visitors.Series[^2], visitors.Series[^1]));
    }

    [Fact]
    public void The_line_of_the_window_before_is_the_one_that_the_window_showed_then()
    {
        Click(0, Now, "ada", "browse-kits");
        for (var second = 0; second < 300; second += 5) At(Now + second * 1000);
        var then = At(Now + 300_000)[5].Figures.VisitorsNow.Series;
        for (var second = 305; second < 600; second += 5) At(Now + second * 1000);

        var visitors = At(Now + 600_000)[5].Figures.VisitorsNow;

        Assert.Contains(1, then);
        Assert.Equal(then, visitors.SeriesBefore);
        Assert.Equal(visitors.Series.Count, visitors.SeriesBefore.Count);
    }

    [Fact]
    public void Where_nobody_counted_there_is_no_value()
    {
        At(Now);
        At(Now + 5_000);

        var visitors = At(Now + 20_000)[5].Figures.VisitorsNow;

        Assert.Equal([0, 0, null, null, 0], visitors.Series.TakeLast(5));
        Assert.Null(visitors.Before);
    }

    /// <summary>What is shown of what the owners said.</summary>
    private IReadOnlyDictionary<int, WindowFigures> At(long now)
    {
        using var batch = new RecordBatch(now);
        foreach (var voice in _voices)
        {
            voice.Slide(now);
            voice.Say(batch, now);
        }

        for (var i = 0; i < batch.Count; i++) Assert.True(_shared.Take(Word.Read(batch.KeyOf(i), batch.ValueOf(i))!));
        return _shared.Of((partitions, _) => _figures.At(partitions, now));
    }

    private void Click(int partition, long at, string visitor, string button)
    {
        var json = $$$"""{"type":"click","uuid":"{{{visitor}}}","event_timestamp":{{{at}}},"properties":{"button_id":"{{{button}}}"}}""";
        Assert.True(LogRecord.TryRead(Topics.Click, Encoding.UTF8.GetBytes(json), at, out var record, out _));
        _partitions[partition].Add(Kind.Click, record);
    }
}
