using System.Text;
using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class VisitorsTests
{
    private const long Now = 1_795_437_660_000;
    private static readonly int Moment = Buckets.Of(Now);
    private readonly Visitors _visitors = new();

    [Fact]
    public void A_visitor_counts_once_whatever_it_does()
    {
        Does("ada", "product_viewed");
        Does("ada", "product_added");
        Does("bob", "product_viewed");
        Does("", "product_viewed");

        Assert.Equal(2, _visitors.At(Moment).VisitorsNow);
    }

    [Fact]
    public void A_visitor_leaves_after_five_minutes()
    {
        Does("ada", "product_viewed");

        Assert.Equal(1, _visitors.At(Moment + 59).VisitorsNow);
        Assert.Equal(0, _visitors.At(Moment + 60).VisitorsNow);
    }

    [Fact]
    public void A_cart_is_active_for_ten_minutes_after_its_visitor_was_seen()
    {
        Does("ada", "product_added", "chemex");
        Does("ada", "product_viewed", minutes: 5);

        Assert.Equal(1, _visitors.At(Moment + 5 * 12 + 119).ActiveCarts);
        Assert.Equal(0, _visitors.At(Moment + 5 * 12 + 120).ActiveCarts);
    }

    [Fact]
    public void A_cart_is_active_for_an_hour_after_its_newest_add_however_often_its_visitor_is_seen()
    {
        Does("ada", "product_added", "chemex");
        for (var minute = 1; minute <= 61; minute++) Does("ada", "product_viewed", minutes: minute);

        Assert.Equal(1, _visitors.At(Moment + 719).ActiveCarts);
        Assert.Equal(0, _visitors.At(Moment + 720).ActiveCarts);
    }

    [Theory]
    [InlineData("product_removed", "chemex", 0)]
    [InlineData("product_removed", "kettle", 1)]
    [InlineData("order_completed", "", 0)]
    public void The_newest_add_is_undone_by_taking_it_out_and_by_any_order(string type, string product, int carts)
    {
        Does("ada", "product_added", "chemex");
        Does("ada", type, product, minutes: -1);

        Assert.Equal(carts, _visitors.At(Moment).ActiveCarts);
    }

    [Fact]
    public void The_steps_of_the_funnel_count_in_the_order_of_the_log()
    {
        Does("ada", "product_viewed");
        Does("ada", "product_added");
        Does("ada", "order_completed");
        Does("ada", "checkout_started");
        Does("bob", "product_added");

        Assert.Equal(new WindowVisitors(Seen: 2, Buyers: 1, Viewed: 1, Added: 1, Checkout: 1, Ordered: 0), _visitors.At(Moment).Windows[0]);
    }

    [Fact]
    public void All_steps_of_the_funnel_lie_inside_the_window()
    {
        Does("ada", "product_viewed", minutes: -6);
        Does("ada", "product_added");

        var (five, thirty) = (_visitors.At(Moment).Windows[0], _visitors.At(Moment).Windows[1]);
        Assert.Equal((0, 1), (five.Added, thirty.Added));
    }

    [Fact]
    public void Visitors_whom_no_window_holds_any_more_are_forgotten()
    {
        for (var minute = 0; minute < 600; minute++)
        {
            _visitors.Slide(Moment + minute * 12);
            for (var visitor = 0; visitor < 10; visitor++) Does($"{minute}-{visitor}", "product_viewed", minutes: minute);
        }

        Assert.InRange(_visitors.Held, 600, 1_200);
    }

    private void Does(string visitor, string type, string product = "", int minutes = 0)
    {
        var at = Now + minutes * 60_000;
        var json = $$$"""{"type":"{{{type}}}","uuid":"{{{visitor}}}","event_timestamp":{{{at}}},"properties":{"product_id":"{{{product}}}"}}""";
        Assert.True(LogRecord.TryRead(Topics.Commerce, Encoding.UTF8.GetBytes(json), at, out var record, out _));
        _visitors.Add(new ShownEvent(Kind.Commerce, record));
    }
}
