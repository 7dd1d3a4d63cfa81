using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class KindCountsTests
{
    private readonly KindCounts _counts = new();

    [Fact]
    public void A_bucket_keeps_its_count_for_two_hours_and_what_is_ahead()
    {
        _counts.Add(10_000);
        _counts.Add(10_000 + 120 * Buckets.AMinute + Buckets.Ahead);

        Assert.Equal(1, _counts.In(10_000));
    }

    [Fact]
    public void A_bucket_that_a_newer_one_has_replaced_is_zero_and_stays_so()
    {
        _counts.Add(10_000);
        _counts.Add(10_000 + Buckets.Kept);
        _counts.Add(10_000);

        Assert.Equal(0, _counts.In(10_000));
        Assert.Equal(1, _counts.In(10_000 + Buckets.Kept));
    }
}
