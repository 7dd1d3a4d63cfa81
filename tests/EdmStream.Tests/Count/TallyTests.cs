using EdmContracts;
using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class TallyTests
{
    [Fact]
    public void What_was_read_is_the_difference_of_the_offsets()
    {
        var tally = new Tally(begin: 100);
        tally.Count(100, Verdict.Shown);
        tally.Expire(5);
        tally.Count(106, Verdict.Late);

        Assert.Equal(7, tally.Next - tally.From);
        Assert.Equal((1, 1, 5), (tally[Verdict.Shown], tally[Verdict.Late], tally.Expired));
    }

    [Fact]
    public void A_record_that_was_skipped_makes_the_books_fail()
    {
        var tally = new Tally(begin: 0);
        tally.Count(0, Verdict.Shown);
        tally.Count(2, Verdict.Shown);

        Assert.NotEqual(tally.Next - tally.From, Enum.GetValues<Verdict>().Sum(v => tally[v]) + tally.Expired);
    }

    [Fact]
    public void A_record_that_only_fills_the_memory_is_not_among_those_read()
    {
        var tally = new Tally(begin: 7);
        tally.PassOver(7);

        Assert.True(tally.IsEmpty);
        Assert.Equal(8, tally.From);
    }
}
