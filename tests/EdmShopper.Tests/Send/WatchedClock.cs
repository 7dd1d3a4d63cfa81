using Microsoft.Extensions.Time.Testing;

namespace EdmShopper.Tests.Send;

/// <summary>A clock that the test drives, and that tells how often somebody began to wait.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    private int _waits;

    public int Waits => Volatile.Read(ref _waits);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _waits);
        return timer;
    }
}
