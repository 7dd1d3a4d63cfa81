using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class KindCountsTests
{
    private readonly KindCounts _counts = new();

    [Fact]
    public void A_bucket_is_kept_for_two_hours()
    {
        _counts.Add(10_000);
        _counts.Slide(10_000 + Buckets.Kept - 1);
        Assert.Equal(1, _counts.In(10_000));

        _counts.Slide(10_000 + Buckets.Kept);
        Assert.Equal(0, _counts.In(10_000));
    }

    [Fact]
    public void An_event_that_is_older_than_what_is_kept_is_not_counted()
    {
        _counts.Slide(10_000);
        _counts.Add(10_000 - Buckets.Kept);

        Assert.Equal(0, _counts.Since(0));
    }

    [Fact]
    public void A_time_far_ahead_takes_no_other_buckets_place()
    {
        _counts.Add(10_000 + Buckets.Kept);
        _counts.Add(10_000);

        Assert.Equal((1, 2), (_counts.In(10_000), _counts.Since(10_000)));
    }
}
