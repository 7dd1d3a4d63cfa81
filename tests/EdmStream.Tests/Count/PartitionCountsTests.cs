using System.Globalization;
using System.Text;
using CsCheck;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class PartitionCountsTests
{
    private const long Now = 1_795_437_660_000;
    private static readonly int Moment = Buckets.Of(Now);
    private readonly PartitionCounts _counts = new();

    [Fact]
    public void Clicks_count_by_their_button()
    {
        Add(Kind.Click, "click", """{"button_id":"browse-kits"}""");
        Add(Kind.Click, "click", """{"button_id":"browse-kits"}""");
        Add(Kind.Click, "click", """{"button_id":"search"}""");

        Assert.Equal((2, 1), (Sum().Buttons.Of("browse-kits"u8), Sum().Buttons.Of("search"u8)));
    }

    [Fact]
    public void Only_clicks_have_buttons()
    {
        Add(Kind.Commerce, "product_added", """{"button_id":"browse-kits"}""");

        Assert.Equal(0, Sum().Buttons.Count);
    }

    [Fact]
    public void A_key_is_cut_at_128_bytes_and_never_inside_a_letter()
    {
        Add(Kind.Click, "click", $$"""{"button_id":"{{new string('x', 127)}}é"}""");

        Assert.Equal(1, Sum().Buttons.Of(Encoding.UTF8.GetBytes(new string('x', 127))));
    }

    [Fact]
    public void Beyond_a_thousand_keys_a_bucket_the_rest_is_other()
    {
        for (var button = 0; button < 1_005; button++) Add(Kind.Click, "click", $$"""{"button_id":"button-{{button}}"}""");
        Add(Kind.Click, "click", """{"button_id":"button-7"}""");

        Assert.Equal((1_001, 5, 2), (Sum().Buttons.Count, Sum().Buttons.Of("(other)"u8), Sum().Buttons.Of("button-7"u8)));
    }

    [Fact]
    public void An_event_lies_in_the_bucket_of_when_it_happened()
    {
        Add(Kind.PageLoad, "pageload", "{}", at: Now - 60_000);

        Assert.Equal(1, _counts.ByBucket.At(Moment - 12)?.PageLoads);
        Assert.Null(_counts.ByBucket.At(Moment));
    }

    [Fact]
    public void What_no_window_needs_any_more_is_let_go()
    {
        Add(Kind.Click, "click", "{}");
        _counts.Slide(Moment + 24 * 60 - 1);
        Assert.Equal(1, Sum().Clicks);

        _counts.Slide(Moment + 24 * 60 + 11);
        Assert.Equal(0, Sum().Clicks);
    }

    [Fact]
    public void An_order_has_a_product_once_on_however_many_lines()
    {
        Add(Kind.Commerce, "order_completed", """{"order_id":"1","products":[{"product_id":"a","price":2},{"product_id":"b","price":1},{"product_id":"a","price":3,"quantity":2}]}""");

        Assert.Equal(1, Sum().Products.Of("a"u8)?.Orders);
        Assert.Equal(8m, Sum().ProductRevenue.Of("USDa"u8));
    }

    [Fact]
    public void An_order_without_a_total_is_worth_its_lines()
    {
        Add(Kind.Commerce, "order_completed", """{"currency":"eur","products":[{"product_id":"a","price":"2.50","quantity":2}]}""");

        Assert.Equal(5m, Sum().Takings.Of("EUR"u8)?.Revenue);
    }

    [Fact]
    public void Money_is_the_same_in_whatever_order_it_is_added() =>
        Gen.Select(Gen.Decimal[-999_999_999_999m, 999_999_999_999m].Array[1, 30], Gen.Int[0, 1_000]).Sample((totals, seed) =>
        {
            var shuffled = totals.ToArray();
            new Random(seed).Shuffle(shuffled);
            return RevenueOf(totals) == RevenueOf(shuffled) && RevenueOf(totals) == totals.Sum(t => Math.Round(t, 6, MidpointRounding.AwayFromZero));
        }, iter: 300);

    [Fact]
    public void An_order_in_no_currency_has_no_revenue()
    {
        Add(Kind.Commerce, "order_completed", """{"currency":"beans","total":5}""");

        var takings = Sum().Takings.Of("(other)"u8);
        Assert.Equal((1, 0m), (takings?.Orders, takings?.Revenue));
    }

    [Fact]
    public void A_product_is_called_what_its_newest_bucket_calls_it()
    {
        Add(Kind.Commerce, "product_viewed", """{"product_id":"a","name":"New"}""", at: Now);
        Add(Kind.Commerce, "product_viewed", """{"product_id":"a","name":"Old"}""", at: Now - 300_000);

        var sum = Sum();
        Assert.Equal("New", Encoding.UTF8.GetString(sum.Products.Text(sum.Products.Of("a"u8)!.Value.Name)));
    }

    private static decimal? RevenueOf(decimal[] totals)
    {
        var counts = new PartitionCountsTests();
        foreach (var total in totals) counts.Add(Kind.Commerce, "order_completed", string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{total}}}"""));
        return counts.Sum().Takings.Of("USD"u8)?.Revenue;
    }

    private Counts Sum()
    {
        var sum = new Counts(keys: int.MaxValue);
        _counts.ByBucket.SumUp(sum, after: 0);
        return sum;
    }

    private void Add(Kind kind, string type, string properties, long at = Now)
    {
        var json = $$"""{"type":"{{type}}","uuid":"ada","event_timestamp":{{at}},"properties":{{properties}}}""";
        Assert.True(LogRecord.TryRead(Topics.Commerce, Encoding.UTF8.GetBytes(json), at + 40, out var record, out _));
        _counts.Add(kind, record);
    }
}
