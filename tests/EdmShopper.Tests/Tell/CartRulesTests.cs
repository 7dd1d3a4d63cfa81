namespace EdmShopper.Tests.Tell;

public class CartRulesTests
{
    private const string Mug = """ "product_id":"mug" """, Kettle = """ "product_id":"kettle" """;

    [Fact]
    public void Who_added_something_has_a_cart() => Assert.Equal(1, Carts(("product_added", 5, Mug)));

    [Fact]
    public void Who_was_not_seen_for_ten_minutes_has_none_any_more() => Assert.Equal(0, Carts(("product_added", 11, Mug)));

    [Fact]
    public void An_add_of_an_hour_ago_counts_while_its_visitor_is_about() => Assert.Equal(1, Carts(("product_added", 59, Mug), ("click", 1, "")));

    [Fact]
    public void An_older_add_does_not() => Assert.Equal(0, Carts(("product_added", 61, Mug), ("click", 1, "")));

    [Fact]
    public void What_was_taken_out_is_no_cart() => Assert.Equal(0, Carts(("product_added", 5, Mug), ("product_removed", 4, Mug)));

    [Fact]
    public void What_was_taken_out_before_was_not_this_one() => Assert.Equal(1, Carts(("product_added", 6, Mug), ("product_removed", 5, Mug), ("product_added", 4, Kettle)));

    [Fact]
    public void What_was_ordered_is_no_cart() => Assert.Equal(0, Carts(("product_added", 5, Mug), ("product_added", 4, Kettle), ("order_completed", 3, "")));

    [Fact]
    public void Who_adds_again_after_an_order_has_a_cart_again() => Assert.Equal(1, Carts(("product_added", 5, Mug), ("order_completed", 4, ""), ("product_added", 3, Mug)));

    private static int Carts(params (string Type, double MinutesBefore, string Properties)[] events) =>
        events.Aggregate(new HandWritten(), (book, e) => book.Told("a", e.Type, TimeSpan.FromMinutes(e.MinutesBefore), e.Properties)).Truth().ActiveCarts;
}
