using EdmShopper.Replay;
using Microsoft.Extensions.Time.Testing;

namespace EdmShopper.Tests.Replay;

public class EventTimesTests
{
    private const long First = 1_541_792_811_040, Start = 1_900_000_000_000;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Start));

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(10, 1_000)]
    [InlineData(0.5, 20_000)]
    public async Task An_event_waits_for_its_gap_divided_by_the_speed(double speed, int milliseconds)
    {
        var times = new EventTimes(speed, shift: false, _clock);
        Assert.True(WhenDue(times, First).IsCompleted);

        var second = WhenDue(times, First + 10_000);

        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
    }

    [Fact]
    public void Time_that_was_lost_on_the_way_is_made_up_for()
    {
        var times = new EventTimes(1, shift: false, _clock);
        _ = WhenDue(times, First);

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.True(WhenDue(times, First + 59_000).IsCompleted);
        Assert.False(WhenDue(times, First + 61_000).IsCompleted);
    }

    [Fact]
    public void An_event_from_before_the_first_one_is_due_at_once()
    {
        var times = new EventTimes(1, shift: false, _clock);
        _ = WhenDue(times, First);

        Assert.True(WhenDue(times, First - 10_000).IsCompleted);
    }

    [Fact]
    public void As_fast_as_it_goes_nothing_waits()
    {
        var times = new EventTimes(speed: null, shift: false, _clock);
        _ = WhenDue(times, First);

        Assert.True(WhenDue(times, First + 3_600_000).IsCompleted);
    }

    [Fact]
    public void Times_are_kept_as_they_were_recorded()
    {
        var times = new EventTimes(1, shift: false, _clock);

        Assert.Equal([First, First + 5], new[] { First, First + 5 }.Select(times.SentWith));
    }

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(10, 1_000)]
    public void Shifted_the_first_event_happens_now_and_the_others_when_they_are_sent(double speed, long later)
    {
        var times = new EventTimes(speed, shift: true, _clock);

        Assert.Equal([Start, Start + later], new[] { First, First + 10_000 }.Select(times.SentWith));
    }

    private static Task WhenDue(EventTimes times, long recorded) => times.WhenDueAsync(recorded, TestContext.Current.CancellationToken);
}
