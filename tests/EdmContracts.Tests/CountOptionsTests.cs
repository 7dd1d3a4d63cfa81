using System.Globalization;

namespace EdmContracts.Tests;

public class CountOptionsTests
{
    [Fact]
    public void The_horizon_is_66_minutes_when_nothing_is_said()
    {
        var options = new CountOptions();

        Assert.Equal(TimeSpan.FromMinutes(66), options.DedupeHorizon);
        Assert.Empty(options.Check());
    }

    [Theory]
    [InlineData("01:06:00", 0)]
    [InlineData("1.00:00:00", 0)]
    [InlineData("01:05:59", 1)]
    [InlineData("1.00:00:01", 1)]
    [InlineData("-02:00:00", 1)]
    public void A_horizon_that_breaks_the_promise_is_a_mistake(string horizon, int mistakes)
    {
        var options = new CountOptions { DedupeHorizon = TimeSpan.Parse(horizon, CultureInfo.InvariantCulture) };

        Assert.Equal(mistakes, options.Check().Count(m => m.StartsWith("DedupeHorizon: ", StringComparison.Ordinal)));
    }
}
