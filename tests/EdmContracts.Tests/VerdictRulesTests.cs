using static EdmContracts.Tests.PartitionLog;

namespace EdmContracts.Tests;

public class VerdictRulesTests
{
    private readonly PartitionLog _log = new();

    [Fact]
    public void A_record_with_nothing_against_it_is_shown() => Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "a")));

    [Fact]
    public void A_record_that_names_a_bot_is_a_bots() => Assert.Equal(Verdict.Bot, _log.Append(new(Start, Id: "a", Bot: "crawler")));

    [Theory]
    [InlineData(60 * Minute, Verdict.Shown)]
    [InlineData(60 * Minute + 1, Verdict.Late)]
    public void A_record_is_late_when_it_happened_more_than_an_hour_before_it_was_received(long before, Verdict expected) =>
        Assert.Equal(expected, _log.Append(new(Start, Id: "a", Happened: Start - before)));

    [Fact]
    public void A_record_that_happened_after_it_was_received_is_shown() =>
        Assert.Equal(Verdict.Shown, _log.Append(new(Start, Id: "a", Happened: Start + 90 * Minute)));

    [Fact]
    public void A_bots_late_record_is_a_bots() =>
        Assert.Equal(Verdict.Bot, _log.Append(new(Start, Id: "a", Bot: "crawler", Happened: Start - 61 * Minute)));

    [Fact]
    public void A_bots_repeated_late_record_is_a_duplicate()
    {
        var entry = new Entry(Start, Id: "a", Bot: "crawler", Happened: Start - 61 * Minute);
        _log.Append(entry);

        Assert.Equal(Verdict.Duplicate, _log.Append(entry));
    }

    [Fact]
    public void Records_without_an_id_are_never_duplicates()
    {
        var entry = new Entry(Start);
        _log.Append(entry);

        Assert.Equal(Verdict.Shown, _log.Append(entry));
        Assert.Equal(0, _log.Rules.IdsHeld);
    }

    [Theory]
    [InlineData(0, Verdict.Duplicate)]
    [InlineData(66 * Minute, Verdict.Duplicate)]
    [InlineData(66 * Minute + 1, Verdict.Shown)]
    [InlineData(-Minute, Verdict.Duplicate)]
    [InlineData(-120 * Minute, Verdict.Duplicate)]
    public void An_id_makes_a_duplicate_for_66_minutes_after_its_receive_time_and_at_any_before(long after, Verdict expected)
    {
        _log.Append(new(Start, Id: "a"));

        Assert.Equal(expected, _log.Append(new(Start + after, Id: "a")));
    }

    [Fact]
    public void A_duplicate_starts_the_66_minutes_anew()
    {
        _log.Append(new(Start, Id: "a"));
        _log.Append(new(Start + 60 * Minute, Id: "a"));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start + 120 * Minute, Id: "a")));
    }

    [Fact]
    public void A_duplicate_with_an_earlier_receive_time_takes_nothing_from_the_66_minutes()
    {
        _log.Append(new(Start + Minute, Id: "a"));
        _log.Append(new(Start, Id: "a"));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start + 67 * Minute, Id: "a")));
    }

    [Theory]
    [InlineData("crawler", 0)]
    [InlineData(null, 61 * Minute)]
    public void The_earlier_records_own_verdict_does_not_matter(string? bot, long late)
    {
        Assert.NotEqual(Verdict.Shown, _log.Append(new(Start, Id: "a", Bot: bot, Happened: Start - late)));

        Assert.Equal(Verdict.Duplicate, _log.Append(new(Start, Id: "a")));
    }

    [Fact]
    public void Ids_are_forgotten_in_a_long_stream()
    {
        for (var i = 0; i < 10_000; i++) _log.Append(new(Start + i * Minute, Id: $"e{i}", Type: "order_completed", Order: $"o{i}"));

        Assert.InRange(_log.Rules.IdsHeld, 2 * 67, 6 * 67);
    }
}
