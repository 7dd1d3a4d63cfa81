using System.Diagnostics;
using EdmHosting.Telemetry;
using EdmStream.Push;

namespace EdmStream.Tests.Push;

public sealed class FollowedMomentTests : IDisposable
{
    private readonly ActivityContext _trace = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;
    private readonly FollowedMoment _followed = new();

    public FollowedMomentTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => { if (span.TraceId == _trace.TraceId) _ended.Add(span); },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void The_first_dashboard_that_is_handed_a_frame_ends_it_and_no_other_one()
    {
        _followed.Begin(_trace, At(7, 1_000));

        _followed.Handed(At(7, 1_000));
        _followed.Handed(At(7, 1_000));
        _followed.Handed(At(8, 1_250));

        var span = Assert.Single(_ended);
        Assert.Equal(("push frame", _trace.SpanId), (span.OperationName, span.ParentSpanId));
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1), span.StartTimeUtc);
    }

    [Fact]
    public void A_frame_of_before_does_not_end_it_and_a_later_one_does()
    {
        _followed.Begin(_trace, At(7, 1_000));

        _followed.Handed(At(6, 750));
        Assert.Empty(_ended);
        _followed.Handed(At(9, 1_500));
        Assert.Single(_ended);
    }

    [Fact]
    public void One_is_followed_at_a_time()
    {
        _followed.Begin(_trace, At(7, 1_000));
        _followed.Begin(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded), At(8, 1_250));

        _followed.Handed(At(8, 1_250));

        Assert.Single(_ended);
    }

    [Fact]
    public void One_that_nobody_took_for_ten_seconds_makes_room()
    {
        _followed.Begin(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded), At(7, 1_000));
        _followed.Begin(_trace, At(50, 11_000));

        _followed.Handed(At(50, 11_000));

        Assert.Equal(DateTime.UnixEpoch.AddSeconds(11), Assert.Single(_ended).StartTimeUtc);
    }

    private static Moment At(long sequence, long at) => new(sequence, at, "live", null, null, null, new Dictionary<int, EdmStream.Share.WindowFigures>(), new Dictionary<LogFilter, LogView>(), []);
}
