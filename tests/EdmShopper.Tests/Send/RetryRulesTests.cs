using EdmShopper.Send;

namespace EdmShopper.Tests.Send;

public class RetryRulesTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(200, false)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(413, false)]
    [InlineData(422, false)]
    public void What_is_not_known_is_sent_again_and_nothing_else(int status, bool again) => Assert.Equal(again, RetryRules.SendAgain(status));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(5, 1_600)]
    [InlineData(6, 2_000)]
    [InlineData(100, 2_000)]
    public void The_wait_is_anything_up_to_a_limit_that_doubles(int tries, double limit)
    {
        var chance = new Random(1);
        var waits = Enumerable.Range(0, 2_000).Select(_ => RetryRules.Wait(tries, null, chance).TotalMilliseconds).ToList();
        Assert.InRange(waits.Max(), limit * 0.98, limit);
        Assert.InRange(waits.Min(), 0, limit * 0.02);
    }

    [Fact]
    public void It_is_never_shorter_than_the_relay_asks_for()
    {
        var chance = new Random(1);
        Assert.All(Enumerable.Range(1, 100), n => Assert.InRange(RetryRules.Wait(n, TimeSpan.FromSeconds(5), chance).TotalSeconds, 5, 7));
    }
}
