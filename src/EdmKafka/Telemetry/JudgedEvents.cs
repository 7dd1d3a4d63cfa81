using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EdmContracts;
using EdmHosting.Telemetry;

namespace EdmKafka.Telemetry;

/// <summary>
/// The metrics of what became of a topic's records in one view of the log: each counts when it is judged for that view's books, and
/// again only where those were lost and are made anew. One thread counts, in plain numbers; any may observe.
/// </summary>
public sealed class JudgedEvents
{
    private const string View = "edm.view", VerdictTag = "edm.verdict";

    private static readonly ConcurrentDictionary<(string View, string Topic), JudgedEvents> All = new();

    private static readonly Histogram<double> Lateness = Instruments.Meter.CreateHistogram(
        "edm.event.lateness", "s", "How long after it happened the newest event of a topic was counted: a sample a beat, or a transaction.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] });

    private static readonly string[] Names = [.. Enum.GetNames<Verdict>().Select(name => name.ToLowerInvariant())];

    private readonly long[] _verdicts = new long[Names.Length];
    private readonly KeyValuePair<string, object?> _view;
    private long _expired, _newest;

    static JudgedEvents() => Instruments.Meter.CreateObservableCounter(
        "edm.events", () => All.SelectMany(a => a.Value.Observe(a.Key.Topic)), "{event}", "Records by what became of them.");

    private JudgedEvents(string view) => _view = View.Is(view);

    /// <param name="view">Who counts: <c>live</c> or <c>history</c>.</param>
    /// <param name="topic">The topic that they lie in.</param>
    public static JudgedEvents Of(string view, string topic) => All.GetOrAdd((view, topic), key => new JudgedEvents(key.View));

    /// <param name="verdict">What became of it.</param>
    /// <param name="eventTime">When it happened: milliseconds since 1970. Without meaning where it is rejected.</param>
    public void Count(Verdict verdict, long eventTime)
    {
        _verdicts[(int)verdict]++;
        if (verdict != Verdict.Rejected) _newest = eventTime;
    }

    /// <summary>The log lost them before they were read.</summary>
    public void Expire(long count) => _expired += count;

    /// <summary>What was counted is seen from now on.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    public void Sample(long now)
    {
        if (_newest > 0) Lateness.Record(Math.Max(0, now - _newest) / 1000.0, _view);
        _newest = 0;
    }

    private IEnumerable<Measurement<long>> Observe(string topic) => _verdicts
        .Select((count, i) => (Count: count, Name: Names[i]))
        .Append((Count: _expired, Name: "expired"))
        .Select(v => new Measurement<long>(v.Count, _view, MessagingTags.Destination.Is(topic), VerdictTag.Is(v.Name)));
}
