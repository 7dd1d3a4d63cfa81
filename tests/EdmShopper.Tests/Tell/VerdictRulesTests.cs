using EdmShopper.Book;
using EdmShopper.Tell;

namespace EdmShopper.Tests.Tell;

public class VerdictRulesTests
{
    private static readonly TimeSpan Now = TimeSpan.Zero, Earlier = TimeSpan.FromSeconds(10);

    [Fact]
    public void What_was_told_once_is_shown() => Assert.Equal(Verdicts(shown: 1), new HandWritten().Told("a", "click", Now).Truth().Verdicts);

    [Fact]
    public void A_crawlers_event_is_a_bots_and_counts_nowhere()
    {
        var truth = new HandWritten().Told("a", "pageload", Now, kind: PlanKind.Bot).Truth();
        Assert.Equal(Verdicts(bot: 1), truth.Verdicts);
        Assert.Equal((0, 0), (truth.VisitorsNow, truth.Windows[2].PageLoads));
    }

    [Fact]
    public void What_happened_more_than_an_hour_before_is_late() => Assert.Equal(
        Verdicts(shown: 1, late: 1),
        new HandWritten()
            .Told("a", "click", Now, kind: PlanKind.Late, late: TimeSpan.FromMinutes(60))
            .Told("a", "click", Now, kind: PlanKind.Late, late: TimeSpan.FromMinutes(60) + TimeSpan.FromMilliseconds(1))
            .Truth().Verdicts);

    [Fact]
    public void What_happened_minutes_before_is_shown_where_it_happened()
    {
        var truth = new HandWritten().Told("a", "click", Now, kind: PlanKind.Late, late: TimeSpan.FromMinutes(8)).Truth();
        Assert.Equal((0, 1), (truth.Windows[0].Clicks, truth.Windows[1].Clicks));
    }

    [Fact]
    public void What_is_sent_again_after_its_answer_is_a_duplicate()
    {
        var truth = new HandWritten().Planned("a", "click", Earlier, out var id, kind: PlanKind.Double).Tried(id, Earlier, 200).Tried(id, Now, 200).Truth();
        Assert.Equal(Verdicts(shown: 1, duplicate: 1), truth.Verdicts);
        Assert.Equal(1, truth.Windows[0].Clicks);
    }

    [Fact]
    public void A_thank_you_page_loaded_again_is_a_duplicate_of_its_order()
    {
        const string order = """ "order_id":"1","total":10,"currency":"USD" """;
        var truth = new HandWritten().Told("a", "order_completed", Earlier, order).Told("a", "order_completed", Now, order, PlanKind.Reload).Truth();
        Assert.Equal(Verdicts(shown: 1, duplicate: 1), truth.Verdicts);
        Assert.Equal((1, 10m), (truth.Windows[0].Orders, truth.Windows[0].Revenue["USD"].Revenue));
    }

    [Fact]
    public void An_order_told_again_after_more_than_66_minutes_is_none()
    {
        const string order = """ "order_id":"1","total":10,"currency":"USD" """;
        Assert.Equal(Verdicts(shown: 2), new HandWritten().Told("a", "order_completed", TimeSpan.FromMinutes(67), order).Told("a", "order_completed", Now, order).Truth().Verdicts);
    }

    [Fact]
    public void A_duplicate_of_a_crawlers_is_a_duplicate()
    {
        var book = new HandWritten().Planned("a", "pageload", Earlier, out var id, kind: PlanKind.Bot).Tried(id, Earlier, 200).Tried(id, Now, 200);
        Assert.Equal(Verdicts(bot: 1, duplicate: 1), book.Truth().Verdicts);
    }

    [Fact]
    public void A_try_without_an_answer_may_have_left_a_duplicate()
    {
        var truth = new HandWritten().Planned("a", "click", Earlier, out var id).Tried(id, Earlier, 503).Tried(id, Now, 200).Truth();
        Assert.Equal(new VerdictTruth(1, new AtLeastAtMost(0, 1), 0, 0), truth.Verdicts);
        Assert.True(truth.Certain);
    }

    [Fact]
    public void A_try_that_certainly_wrote_nothing_leaves_none()
    {
        var book = new HandWritten().Planned("a", "click", Earlier, out var id).Tried(id, Earlier, 503, ",\"tried\":false").Tried(id, Now, 200);
        Assert.Equal(Verdicts(shown: 1), book.Truth().Verdicts);
    }

    [Fact]
    public void What_was_never_answered_makes_the_truth_uncertain_and_it_says_so()
    {
        var truth = new HandWritten().Told("a", "click", Now).Planned("b", "click", Now, out var id).Tried(id, Now, 0, ",\"error\":\"silence\"").Tried(id, Now, null).Truth();
        Assert.Equal((false, 1), (truth.Certain, truth.Unconfirmed));
        Assert.Contains("1 event was never answered", Assert.Single(truth.Doubts), StringComparison.Ordinal);
        Assert.Equal(new VerdictTruth(1, new AtLeastAtMost(0, 1), 0, 0), truth.Verdicts);
    }

    [Fact]
    public void What_was_refused_or_never_sent_is_not_in_the_log()
    {
        var truth = new HandWritten().Planned("a", "click", Now, out var refused).Tried(refused, Now, 422).Planned("b", "click", Now, out _).Truth();
        Assert.Equal((Verdicts(), 1, 0, true), (truth.Verdicts, truth.Refused, truth.Unconfirmed, truth.Certain));
    }

    [Fact]
    public void An_event_whose_time_on_the_way_decides_its_window_is_a_doubt()
    {
        // By a wrong clock, 1 ms before the bucket with which the window begins, and 10 ms on the way.
        var before = TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(4_999);
        var truth = new HandWritten().Told("a", "click", before, kind: PlanKind.Skewed, skew: 3_600_000).Truth();
        Assert.Contains("near the edge of a window", Assert.Single(truth.Doubts), StringComparison.Ordinal);
    }

    private static VerdictTruth Verdicts(int shown = 0, int duplicate = 0, int bot = 0, int late = 0) => new(shown, new AtLeastAtMost(duplicate, duplicate), bot, late);
}
