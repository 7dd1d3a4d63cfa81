using EdmStream.Pipeline;

namespace EdmStream.Tests.Pipeline;

public class RateWindowTests
{
    private readonly RateWindow<string> _rates = new();

    [Fact]
    public void One_sample_says_nothing()
    {
        Add(0, 5);
        Assert.Null(_rates.Of("clicks"));
    }

    [Fact]
    public void Only_the_last_ten_seconds_count()
    {
        Add(0, 0);
        for (var second = 1; second <= 20; second++) Add(second, 1000 + 3 * second);
        Assert.Equal(3, _rates.Of("clicks"));
    }

    [Fact]
    public void A_number_that_went_back_has_no_rate()
    {
        Add(0, 50);
        Add(1, 5);
        Assert.Null(_rates.Of("clicks"));
    }

    [Fact]
    public void Of_several_those_count_that_are_known()
    {
        Add(0, 50);
        Add(2, 60);
        Assert.Equal(5, _rates.Of(["clicks", "orders"]));
        Assert.Null(_rates.Of(["orders"]));
    }

    private void Add(int second, long clicks) => _rates.Add(TimeSpan.FromSeconds(second), new Dictionary<string, long> { ["clicks"] = clicks });
}
