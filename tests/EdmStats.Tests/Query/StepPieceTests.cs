using CsCheck;
using EdmStats.Query;
using EdmStats.Tables;

namespace EdmStats.Tests.Query;

public class StepPieceTests
{
    private static Gen<long[]> Boundaries => Gen.Long[-5_000, 20_000].Array[2, 12].Select(all => all.Distinct().Order().ToArray());

    [Fact]
    public void Whole_days_lie_in_one_piece() =>
        Assert.Equal([new StepPiece(1440, 0, 2880)], StepPiece.Between([0, 1440, 2880]));

    [Fact]
    public void A_range_is_answered_by_minutes_quarters_days_quarters_and_minutes() =>
        Assert.Equal(
            [new(1, 1418, 1425), new(15, 1425, 1440), new(1440, 1440, 4320), new(15, 4320, 4335), new StepPiece(1, 4335, 4337)],
            StepPiece.Between([1418, 4337]));

    [Fact]
    public void A_day_of_another_place_is_a_part_of_one_day_and_the_next_less_its_end() =>
        Assert.Equal(
            [new(15, 1320, 1440), new(1440, 1440, 4320), new StepPiece(15, 4200, 4320, Less: true)],
            StepPiece.Covering([1320, 4200], keptFrom: 0));

    [Fact]
    public void A_day_that_may_have_lost_some_of_its_rows_is_not_taken_anything_away_from() =>
        Assert.Equal([new(1440, 1440, 2880), new StepPiece(15, 2880, 4200)], StepPiece.Covering([1440, 4200], keptFrom: 2881));

    [Fact]
    public void What_is_covered_is_every_minute_once() =>
        Gen.Select(Gen.Long[-5_000, 20_000], Gen.Long[1, 9_000], Gen.Long[-9_000, 20_000]).Sample((from, length, keptFrom) =>
        {
            var times = StepPiece.Covering([from, from + length], keptFrom)
                .SelectMany(p => Minutes(p.From, p.To).Select(minute => (minute, Count: p.Less ? -1 : 1)))
                .GroupBy(m => m.minute, m => m.Count).ToDictionary(g => g.Key, g => g.Sum());
            return times.Where(t => t.Value != 0).OrderBy(t => t.Key).SequenceEqual(Minutes(from, from + length).Select(m => KeyValuePair.Create(m, 1)));
        });

    [Fact]
    public void No_minute_is_read_that_lies_before_the_range() =>
        Gen.Select(Gen.Long[0, 20_000], Gen.Long[1, 9_000]).Sample((from, length) =>
            StepPiece.Covering([from, from + length], keptFrom: 0).Where(p => p.Step == HistoryStep.Minute).All(p => p.From >= from));

    [Fact]
    public void No_more_than_half_a_day_of_quarters_is_read_at_either_end() =>
        Gen.Select(Gen.Long[0, 20_000], Gen.Long[1, 20_000]).Sample((from, length) =>
            StepPiece.Covering([from, from + length], keptFrom: 0).Where(p => p.Step == HistoryStep.Quarter).Sum(p => p.To - p.From) <= HistoryStep.Day + HistoryStep.Quarter);

    [Fact]
    public void Pieces_cover_every_minute_once() =>
        Boundaries.Sample(boundaries =>
        {
            var minutes = StepPiece.Between(boundaries).SelectMany(p => Minutes(p.From, p.To)).Order();
            return minutes.SequenceEqual(boundaries.Length > 1 ? Minutes(boundaries[0], boundaries[^1]) : []);
        });

    [Fact]
    public void Pieces_begin_and_end_with_their_steps() =>
        Boundaries.Sample(boundaries => StepPiece.Between(boundaries).All(p => p.From % p.Step == 0 && p.To % p.Step == 0));

    [Fact]
    public void No_row_lies_in_two_buckets() =>
        Boundaries.Sample(boundaries => StepPiece.Between(boundaries).All(piece =>
            boundaries.All(b => b <= piece.From || b >= piece.To || b % piece.Step == 0)));

    [Fact]
    public void The_coarsest_steps_are_taken() =>
        Gen.Select(Gen.Long[0, 20_000], Gen.Long[1, 20_000]).Sample((from, length) =>
        {
            var pieces = StepPiece.Between([from, from + length]);
            return pieces.Count <= 5
                && pieces.Where(p => p.Step == HistoryStep.Minute).All(p => p.To - p.From < 2 * HistoryStep.Quarter)
                && pieces.Where(p => p.Step == HistoryStep.Quarter).All(p => p.To - p.From < 2 * HistoryStep.Day);
        });

    private static IEnumerable<long> Minutes(long from, long to)
    {
        for (var minute = from; minute < to; minute++) yield return minute;
    }
}
