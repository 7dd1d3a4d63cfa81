using EdmStats.Tables;

namespace EdmStats.Tests.Tables;

public class StatsOptionsTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.Empty(new StatsOptions().Check());

    [Fact]
    public void Every_value_that_nobody_can_mean_names_itself()
    {
        var options = new StatsOptions { Group = " ", MinutesKept = TimeSpan.FromMinutes(5), Retention = TimeSpan.FromMinutes(4) };

        Assert.Equal(["Group", "MinutesKept", "Retention"], options.Check().Select(mistake => mistake.Split(':')[0]));
    }
}
