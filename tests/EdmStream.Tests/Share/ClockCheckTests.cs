using EdmStream.Share;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdmStream.Tests.Share;

public class ClockCheckTests
{
    private const long Said = 1_795_437_660_000, Heard = Said + 8_000;

    [Theory]
    [InlineData(0, false)]
    [InlineData(8_000, false)]
    [InlineData(-30_000, false)]
    [InlineData(-30_001, true)]
    [InlineData(38_000, false)]
    [InlineData(38_001, true)]
    public async Task A_clock_is_off_when_no_moment_on_the_way_is_within_thirty_seconds(long written, bool off)
    {
        var clock = new ClockCheck(brokersTell: true, NullLogger<ClockCheck>.Instance);
        clock.Compare(Said + written, Said, Heard);

        Assert.Equal(off, clock.IsOff);
        var health = await clock.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        Assert.Equal(off ? HealthStatus.Unhealthy : HealthStatus.Healthy, health.Status);
    }

    [Fact]
    public void Once_off_it_stays_so()
    {
        var clock = new ClockCheck(brokersTell: true, NullLogger<ClockCheck>.Instance);
        clock.Compare(Said + 60_000, Said, Heard);
        clock.Compare(Said, Said, Heard);

        Assert.True(clock.IsOff);
    }

    [Theory]
    [InlineData(false, 1234L)]
    [InlineData(true, null)]
    public void Where_brokers_stamp_nothing_there_is_no_check(bool brokersTell, long? written)
    {
        var clock = new ClockCheck(brokersTell, NullLogger<ClockCheck>.Instance);
        clock.Compare(written, Said, Heard);
        clock.Compare(Said + 60_000, Said, Heard);

        Assert.False(clock.IsOff);
    }
}
