using System.Text;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class PartitionCountsTests
{
    private const long Now = 1_795_437_660_000;
    private readonly PartitionCounts _counts = new();

    [Fact]
    public void Clicks_count_by_their_button()
    {
        Add(Topics.Click, Now, "ada", """{"button_id":"browse-kits"}""");
        Add(Topics.Click, Now, "ada", """{"button_id":"browse-kits"}""");
        Add(Topics.Click, Now, "ada", """{"button_id":"search"}""");

        Assert.Equal(2, _counts.Buttons(5)["browse-kits"]);
        Assert.Equal(1, _counts.Buttons(60)["search"]);
    }

    [Fact]
    public void Only_clicks_have_buttons()
    {
        Add(Topics.Commerce, Now, "ada", """{"button_id":"browse-kits"}""", "product_added");

        Assert.Empty(_counts.Buttons(5));
    }

    [Fact]
    public void A_key_is_cut_at_128_bytes()
    {
        Add(Topics.Click, Now, "ada", $$"""{"button_id":"{{new string('x', 500)}}"}""");

        Assert.Equal([new string('x', 128)], _counts.Buttons(5).Keys);
    }

    [Fact]
    public void A_key_is_never_cut_inside_a_letter()
    {
        Add(Topics.Click, Now, "ada", $$"""{"button_id":"{{new string('x', 127)}}é"}""");

        Assert.Equal([new string('x', 127)], _counts.Buttons(5).Keys);
    }

    [Fact]
    public void A_visitor_counts_once_whatever_it_does()
    {
        Add(Topics.Click, Now, "ada", "{}");
        Add(Topics.PageLoad, Now, "ada", "{}", "pageload");
        Add(Topics.Commerce, Now, "bob", "{}", "product_viewed");
        Add(Topics.Click, Now, "", "{}");

        Assert.Equal(2, _counts.VisitorsAt(Buckets.Of(Now)));
    }

    [Fact]
    public void A_visitor_leaves_after_five_minutes()
    {
        Add(Topics.Click, Now, "ada", "{}");

        Assert.Equal(1, _counts.VisitorsAt(Buckets.Of(Now + 295_000)));
        Assert.Equal(0, _counts.VisitorsAt(Buckets.Of(Now + 300_000)));
    }

    [Fact]
    public void An_event_lies_in_the_bucket_of_when_it_happened()
    {
        Add(Topics.PageLoad, Now - 60_000, "ada", "{}", "pageload");

        Assert.Equal(1, _counts.Events(Topics.PageLoad, Buckets.Of(Now) - 12));
        Assert.Equal(0, _counts.Events(Topics.PageLoad, Buckets.Of(Now)));
        Assert.Equal(0, _counts.Events(Topics.Click, Buckets.Of(Now) - 12));
    }

    private void Add(string topic, long eventTime, string visitor, string properties, string type = "click")
    {
        var json = $$"""{"type":"{{type}}","uuid":"{{visitor}}","event_timestamp":{{eventTime}},"properties":{{properties}}}""";
        Assert.True(LogRecord.TryRead(topic, Encoding.UTF8.GetBytes(json), eventTime + 40, out var record, out _));
        _counts.Add(topic, record);
    }
}
