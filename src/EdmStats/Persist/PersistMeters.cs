using System.Diagnostics.Metrics;
using EdmHosting.Telemetry;

namespace EdmStats.Persist;

/// <summary>The metrics of the writing of the tables. Any thread may call.</summary>
internal static class PersistMeters
{
    private static readonly Histogram<double> Durations = Instruments.Meter.CreateHistogram(
        "edm.history.commit.duration", "s", "What was counted, until the transaction that writes it is committed; with error.type where it was not.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static void Ended(WriteResult result, TimeSpan took)
    {
        if (result == WriteResult.Written) Durations.Record(took.TotalSeconds);
        else Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("error.type", result == WriteResult.NotWritten ? "not_written" : "unknown"));
    }
}
