using EdmStream.Count;

namespace EdmStream.Tests.Count;

public class SlidingCountsTests
{
    private readonly SlidingCounts _counts = new(window: 3);

    [Fact]
    public void A_bucket_counts_until_the_window_has_left_it()
    {
        _counts.Add(10, "a");

        _counts.Slide(12);
        Assert.Equal(1, _counts.Totals["a"]);
        _counts.Slide(13);
        Assert.Empty(_counts.Totals);
    }

    [Fact]
    public void A_bucket_ahead_of_the_moment_counts_at_once()
    {
        _counts.Slide(10);
        _counts.Add(12, "a");

        Assert.Equal(1, _counts.Totals["a"]);
    }

    [Fact]
    public void An_event_that_lies_before_the_window_is_not_counted()
    {
        _counts.Slide(10);
        _counts.Add(7, "a");
        _counts.Add(8, "a");

        Assert.Equal(1, _counts.Totals["a"]);
    }

    [Fact]
    public void A_window_never_slides_back()
    {
        _counts.Add(10, "a");
        _counts.Slide(13);
        _counts.Slide(10);

        Assert.Empty(_counts.Totals);
    }

    [Fact]
    public void The_first_thousand_keys_of_a_bucket_have_a_count_of_their_own()
    {
        for (var key = 0; key < 1_200; key++) _counts.Add(10, $"key-{key}");
        _counts.Add(10, "key-1199");
        _counts.Add(10, "key-0");

        Assert.Equal(1_001, _counts.Totals.Count);
        Assert.Equal(2, _counts.Totals["key-0"]);
        Assert.Equal(201, _counts.Totals[SlidingCounts.Other]);
    }

    [Fact]
    public void What_leaves_the_window_takes_the_others_along()
    {
        for (var key = 0; key < 1_200; key++) _counts.Add(10, $"key-{key}");
        _counts.Add(12, "key-0");
        _counts.Slide(13);

        Assert.Equal([KeyValuePair.Create("key-0", 1)], _counts.Totals);
    }
}
