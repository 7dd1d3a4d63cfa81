using System.Text;
using System.Text.Json;
using EdmShopper.Book;
using EdmShopper.Plan;

namespace EdmShopper.Tests.Plan;

public class ShopPlanTests
{
    private const long Start = 1_900_000_000_000;

    // Enough for every kind of visitor to be among them.
    private static readonly List<PlannedEvent> Many = Planned(seed: 7, rate: 500, seconds: 40, shoppers: 50);

    [Fact]
    public void A_seed_gives_the_same_plan_twice() => Assert.Equal(Lines(Planned(7)), Lines(Planned(7)));

    [Fact]
    public void Another_seed_gives_another_plan() => Assert.NotEqual(Lines(Planned(7)), Lines(Planned(8)));

    [Fact]
    public void An_event_is_due_when_the_rate_says_so_whoever_does_it() =>
        Assert.Equal(Enumerable.Range(0, 30).Select(k => Start + (k * 1000 / 3)), Planned(1, rate: 3, seconds: 10).Select(e => e.Line.Due));

    [Fact]
    public void An_id_is_a_version_7_uuid_of_the_planned_time() => Assert.All(Many, e =>
    {
        var id = Guid.Parse(e.Line.Id);
        Assert.Equal((7, true), (id.Version, id.Variant is >= 8 and <= 11));
        Assert.Equal(e.Line.Due, Convert.ToInt64(e.Line.Id[..13].Replace("-", "", StringComparison.Ordinal), 16));
        Assert.Equal(e.Line.Id, Json(e).GetProperty("event_id").GetString());
    });

    [Fact]
    public void No_id_is_there_twice() => Assert.Distinct(Many.Select(e => e.Line.Id));

    [Fact]
    public void No_more_are_in_the_shop_at_a_time_than_were_asked_for()
    {
        var stays = Many.Index().GroupBy(e => e.Item.Visitor).Select(g => (In: g.First().Index, Out: g.Last().Index)).ToList();
        Assert.Equal(50, Enumerable.Range(0, Many.Count).Max(at => stays.Count(s => s.In <= at && at <= s.Out)));
    }

    [Fact]
    public void Everything_a_crawler_sends_says_so_itself_and_none_of_it_is_an_order()
    {
        var bots = Of(PlanKind.Bot);
        Assert.NotEmpty(bots);
        Assert.All(bots, e => Assert.Matches("bot", Properties(e).GetProperty("user_agent").GetString()!.ToLowerInvariant()));
        Assert.DoesNotContain(bots, e => Type(e) == "order_completed");
    }

    [Fact]
    public void A_late_phone_tells_of_what_was_two_to_three_hours_ago_or_a_few_minutes()
    {
        var minutes = Of(PlanKind.Late).ConvertAll(e => (e.Line.Due - Time(e)) / 60_000.0);
        Assert.Contains(minutes, m => m >= 120);
        Assert.Contains(minutes, m => m < 10);
        Assert.All(minutes, m => Assert.True(m is (>= 2 and < 9) or (>= 120 and < 180), $"{m} minutes"));
    }

    [Fact]
    public void A_phone_with_a_wrong_clock_stamps_its_events_by_it()
    {
        Assert.Contains(Of(PlanKind.Skewed), e => e.Line.Skew > 0);
        Assert.Contains(Of(PlanKind.Skewed), e => e.Line.Skew < 0);
        Assert.All(Of(PlanKind.Skewed), e => Assert.Equal(e.Line.Due + e.Line.Skew, Time(e)));
        Assert.All(Of(PlanKind.Skewed), e => Assert.True(Math.Abs(e.Line.Skew) > 5 * 60_000));
    }

    [Fact]
    public void A_reload_is_a_new_event_about_an_order_that_was_told()
    {
        var told = Many.Where(e => e.Line.As != PlanKind.Reload && Type(e) == "order_completed").Select(e => (e.Visitor, Order(e))).ToHashSet();
        Assert.NotEmpty(Of(PlanKind.Reload));
        Assert.All(Of(PlanKind.Reload), e => Assert.Contains((e.Visitor, Order(e)), told));
    }

    [Fact]
    public void Some_are_sent_twice() => Assert.InRange(Of(PlanKind.Double).Count, Many.Count / 200, Many.Count / 50);

    [Fact]
    public void Nothing_is_taken_out_of_a_cart_but_what_went_in_last() => Assert.All(Many.GroupBy(e => e.Visitor), own =>
    {
        string? last = null;
        foreach (var e in own)
        {
            if (Type(e) == "product_added") last = Product(e);
            if (Type(e) == "product_removed") Assert.Equal(last, Product(e));
        }
    });

    [Fact]
    public void An_order_costs_what_its_products_do() => Assert.All(Many.Where(e => Type(e) == "order_completed"), e => Assert.Equal(
        Properties(e).GetProperty("total").GetDecimal(),
        Properties(e).GetProperty("products").EnumerateArray().Sum(p => p.GetProperty("price").GetDecimal() * p.GetProperty("quantity").GetInt32())));

    [Fact]
    public void Most_pay_in_dollars_and_some_do_not()
    {
        var currencies = Many.Where(e => Type(e) == "product_viewed").CountBy(e => Properties(e).GetProperty("currency").GetString()!).ToDictionary();
        Assert.Equal(["EUR", "GBP", "USD"], currencies.Keys.Order());
        Assert.True(currencies["USD"] > Many.Count(e => Type(e) == "product_viewed") * 0.7);
    }

    private static List<PlannedEvent> Planned(int seed, double rate = 100, double seconds = 5, int shoppers = 10) =>
        [.. new ShopPlan(new PlanSettings(seed, rate, TimeSpan.FromSeconds(seconds), shoppers, DateTimeOffset.FromUnixTimeMilliseconds(Start))).Events()];

    private static string Lines(List<PlannedEvent> events)
    {
        var lines = new MemoryStream();
        using (var book = new BookWriter(lines)) events.ForEach(e => book.Write(e.Line));
        return Encoding.UTF8.GetString(lines.ToArray());
    }

    private static List<PlannedEvent> Of(PlanKind kind) => Many.FindAll(e => e.Line.As == kind);

    private static JsonElement Json(PlannedEvent e) => JsonDocument.Parse(e.Line.Event).RootElement;

    private static JsonElement Properties(PlannedEvent e) => Json(e).GetProperty("properties");

    private static string? Type(PlannedEvent e) => Json(e).GetProperty("type").GetString();

    private static long Time(PlannedEvent e) => Json(e).GetProperty("event_timestamp").GetInt64();

    private static string? Product(PlannedEvent e) => Properties(e).GetProperty("product_id").GetString();

    private static string? Order(PlannedEvent e) => Properties(e).GetProperty("order_id").GetString();
}
