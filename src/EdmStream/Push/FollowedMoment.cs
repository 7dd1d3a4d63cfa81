using System.Diagnostics;
using EdmHosting.Telemetry;

namespace EdmStream.Push;

/// <summary>
/// The last stop of a trace: from the making of a moment until a dashboard was handed a frame that holds it. One is followed at a
/// time. Any thread may call.
/// </summary>
internal sealed class FollowedMoment
{
    // Where nobody looks, none is handed over, and a later one takes its place.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private volatile Open? _open;

    /// <summary>A moment was made that holds a record whose trace is followed; unless another one is on its way.</summary>
    public void Begin(ActivityContext trace, Moment moment)
    {
        if (_open is { } open && moment.At - open.At < Patience.TotalMilliseconds) return;
        _open = new Open(trace, moment.Sequence, moment.At);
    }

    /// <summary>A dashboard was handed this moment.</summary>
    public void Handed(Moment moment)
    {
        if (_open is not { } open || moment.Sequence < open.Sequence || Interlocked.CompareExchange(ref _open, null, open) != open) return;
        using var span = Instruments.Spans.StartActivity(
            "push frame", ActivityKind.Internal, open.Trace, startTime: DateTimeOffset.FromUnixTimeMilliseconds(open.At));
        span?.SetTag("edm.frame.sequence", moment.Sequence);
    }

    private sealed record Open(ActivityContext Trace, long Sequence, long At);
}
