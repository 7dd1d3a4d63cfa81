using EdmShopper.Book;

namespace EdmShopper.Tests.Tell;

public class WindowRulesTests
{
    private static readonly TimeSpan Now = TimeSpan.Zero;

    [Fact]
    public void A_window_holds_the_buckets_later_than_the_moments_less_the_window()
    {
        // The moment is the first millisecond of a bucket, so the five minutes begin five seconds after its edge.
        var truth = new HandWritten()
            .Told("a", "click", Minutes(5))
            .Told("b", "click", Minutes(5) - TimeSpan.FromMilliseconds(4_999))
            .Told("c", "click", Minutes(5) - TimeSpan.FromMilliseconds(5_000))
            .Truth();
        Assert.Equal((1, 3, 3), (truth.Windows[0].Clicks, truth.Windows[1].Clicks, truth.Windows[2].Clicks));
    }

    [Fact]
    public void A_window_has_no_upper_edge() => Assert.Equal(1, new HandWritten().Told("a", "click", -Minutes(1)).Truth().Windows[0].Clicks);

    [Fact]
    public void Visitors_are_counted_once_in_each_window()
    {
        var truth = new HandWritten().Told("a", "click", Now).Told("a", "pageload", Now).Told("b", "pageload", Minutes(20)).Told("c", "pageload", Minutes(40)).Truth();
        Assert.Equal(1, truth.VisitorsNow);
        Assert.Equal([1, 2, 3], truth.Windows.Select(w => w.Visitors));
        Assert.Equal([1, 2, 3], truth.Windows.Select(w => w.PageLoads));
    }

    [Fact]
    public void Revenue_is_by_currency_and_the_average_by_its_orders()
    {
        var truth = new HandWritten()
            .Told("a", "order_completed", Now, """ "order_id":"1","total":10.10,"currency":"USD" """)
            .Told("b", "order_completed", Now, """ "order_id":"2","total":20.25,"currency":"USD" """)
            .Told("c", "order_completed", Now, """ "order_id":"3","total":7,"currency":"EUR" """)
            .Told("d", "pageload", Now)
            .Truth();
        var window = truth.Windows[0];
        Assert.Equal(3, window.Orders);
        Assert.Equal(["EUR", "USD"], window.Revenue.Keys);
        Assert.Equal((7m, 1, 7m), (window.Revenue["EUR"].Revenue, window.Revenue["EUR"].Orders, window.Revenue["EUR"].Average));
        Assert.Equal((30.35m, 2, 15.18m), (window.Revenue["USD"].Revenue, window.Revenue["USD"].Orders, window.Revenue["USD"].Average));
        Assert.Equal(0.75m, window.Conversion);
    }

    [Fact]
    public void The_funnel_wants_its_steps_in_the_order_of_the_log()
    {
        var truth = new HandWritten()
            .Told("all", "product_viewed", Now).Told("all", "product_added", Now).Told("all", "checkout_started", Now).Told("all", "order_completed", Now)
            .Told("wrong", "product_added", Now).Told("wrong", "product_viewed", Now).Told("wrong", "order_completed", Now).Told("wrong", "checkout_started", Now)
            .Told("skips", "product_viewed", Now).Told("skips", "order_completed", Now)
            .Told("direct", "order_completed", Now)
            .Truth();
        Assert.Equal(new(3, 1, 1, 1), truth.Windows[0].Funnel);
    }

    [Fact]
    public void The_funnel_wants_all_its_steps_inside_the_window()
    {
        var truth = new HandWritten()
            .Told("a", "product_viewed", Minutes(10)).Told("a", "product_added", Now).Told("a", "checkout_started", Now)
            .Truth();
        Assert.Equal(new(0, 0, 0, 0), truth.Windows[0].Funnel);
        Assert.Equal(new(1, 1, 1, 0), truth.Windows[1].Funnel);
    }

    [Fact]
    public void Products_stand_by_revenue_then_views_then_id()
    {
        var truth = new HandWritten()
            .Told("a", "product_viewed", Now, """ "product_id":"mug" """)
            .Told("a", "product_viewed", Now, """ "product_id":"kettle" """).Told("a", "product_viewed", Now, """ "product_id":"kettle" """)
            .Told("a", "product_viewed", Now, """ "product_id":"beans" """)
            .Told("a", "product_added", Now, """ "product_id":"scale","quantity":2 """)
            .Told("a", "order_completed", Now, """ "order_id":"1","currency":"USD","products":[{"product_id":"scale","price":59.00,"quantity":2},{"product_id":"mug","price":18,"quantity":1}] """)
            .Truth();
        Assert.Equal(["scale", "mug", "kettle", "beans"], truth.Windows[0].Top.Select(p => p.ProductId));
        var scale = truth.Windows[0].Top[0];
        Assert.Equal((0, 1, 1, 118.00m), (scale.Views, scale.Adds, scale.Orders, scale.Revenue["USD"]));
        Assert.Equal(136m, truth.Windows[0].Revenue["USD"].Revenue);
    }

    [Fact]
    public void No_more_than_ten_products_are_told()
    {
        var book = new HandWritten();
        for (var i = 0; i < 12; i++) book.Told("a", "product_viewed", Now, $" \"product_id\":\"p{i:00}\" ");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"p{i:00}"), book.Truth().Windows[0].Top.Select(p => p.ProductId));
    }

    [Fact]
    public void Buttons_stand_by_their_clicks()
    {
        var truth = new HandWritten()
            .Told("a", "click", Now, """ "button_id":"once" """)
            .Told("a", "click", Now, """ "button_id":"twice" """).Told("b", "click", Now, """ "button_id":"twice" """)
            .Truth();
        Assert.Equal([("twice", 2), ("once", 1)], truth.Windows[0].Buttons.Select(b => (b.ButtonId, b.Clicks)));
    }

    [Fact]
    public void An_event_of_a_wrong_clock_lies_where_the_right_one_would_have_put_it()
    {
        var truth = new HandWritten().Told("a", "click", Now, kind: PlanKind.Skewed, skew: (long)TimeSpan.FromHours(-3).TotalMilliseconds).Truth();
        Assert.Equal((1, 1, true), (truth.Windows[0].Clicks, truth.Verdicts.Shown, truth.Certain));
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
