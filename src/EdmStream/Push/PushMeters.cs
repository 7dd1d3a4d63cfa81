using System.Diagnostics.Metrics;
using EdmHosting.Telemetry;

namespace EdmStream.Push;

/// <summary>The metrics of the way to the dashboards.</summary>
internal sealed class PushMeters
{
    private static readonly Histogram<double> Durations = Instruments.Meter.CreateHistogram(
        "edm.frame.duration", "s", "The making of a frame, of which all dashboards are told.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1] });

    public PushMeters(LiveFeed feed, FrameStream frames, IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(Instruments.Name, Instruments.Meter.Version);
        meter.CreateObservableUpDownCounter("edm.dashboards", () => frames.Screens, "{connection}", "Dashboards that are connected to this node.");
        meter.CreateObservableGauge(
            "edm.frame.age", () => Age(feed.Now, time.GetUtcNow()), "s", "How long ago the newest frame was made: a second at most while all is well.");
    }

    /// <summary>A frame was made.</summary>
    public static void Made(TimeSpan took) => Durations.Record(took.TotalSeconds);

    private static IEnumerable<Measurement<double>> Age(Moment? newest, DateTimeOffset now) =>
        newest is null ? [] : [new(Math.Max(0, now.ToUnixTimeMilliseconds() - newest.At) / 1000.0)];
}
