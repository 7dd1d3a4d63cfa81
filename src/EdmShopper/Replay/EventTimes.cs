namespace EdmShopper.Replay;

/// <summary>
/// When each event is due, and which time it is sent with. The first line's time lies at the start; gaps are kept,
/// divided by the speed.
/// </summary>
/// <param name="speed">Null: as fast as it goes. 1: as recorded. 10: ten times faster.</param>
/// <param name="shift">Whether events are sent with the time when they are due instead of the one they were recorded with.</param>
/// <param name="clock">The time that passes.</param>
internal sealed class EventTimes(double? speed, bool shift, TimeProvider clock)
{
    private DateTimeOffset _start;
    private long? _first;

    /// <summary>When the event is due, in milliseconds since 1970. The first call sets the start.</summary>
    /// <param name="recorded">The log's time of it, in milliseconds since 1970.</param>
    public long DueOf(long recorded)
    {
        if (_first is null) (_first, _start) = (recorded, clock.GetUtcNow());
        return speed is { } factor
            ? _start.ToUnixTimeMilliseconds() + (long)((recorded - _first.Value) / factor)
            : clock.GetUtcNow().ToUnixTimeMilliseconds();
    }

    /// <summary>The event's <c>event_timestamp</c> as it is sent.</summary>
    public long SentWith(long recorded) => shift ? DueOf(recorded) : recorded;

    /// <summary>Ends when an event is due: at once for one of the past.</summary>
    public Task WhenDueAsync(long recorded, CancellationToken cancellationToken)
    {
        if (speed is null) return Task.CompletedTask;
        var wait = DateTimeOffset.FromUnixTimeMilliseconds(DueOf(recorded)) - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }
}
