using System.Diagnostics;
using EdmContracts;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>
/// What was read since the last transaction, to be added to the tables by the next one: all of it, or nothing. For the
/// reading thread.
/// </summary>
internal sealed class HistoryBatch
{
    // About what a transaction writes in a second or two.
    private const int ManyKeys = 100_000, OftenEnough = 20_000;

    private readonly Dictionary<long, CountTable> _minutes = [];
    private readonly Dictionary<(string Who, long At), VisitorSketch> _sketches = [];
    private readonly List<RejectedRecord> _rejected = [];
    private (long Minute, CountTable? Counts, VisitorSketch? Visitors) _last = (-1, null, null);
    private int _events;

    /// <summary>The counts, by the minute of the events: since 1970.</summary>
    public IReadOnlyDictionary<long, CountTable> Minutes => _minutes;

    /// <summary>Who was there in each quarter of an hour, which begins at that minute.</summary>
    public IReadOnlyDictionary<(string Who, long At), VisitorSketch> Sketches => _sketches;

    public ProductNames Products { get; } = new();

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<RejectedRecord> Rejected => _rejected;

    /// <summary>The trace that the transaction carries on, one for all that it writes: of the first record whose trace is followed.</summary>
    public ActivityContext Trace { get; private set; }

    /// <summary>Whether it holds more than should wait, in keys or in records that are kept as they came.</summary>
    public bool IsLarge { get; private set; }

    /// <summary>An event that counts.</summary>
    public void Add(Kind kind, scoped in LogRecord record)
    {
        var minute = HistoryStep.MinuteOf(record.EventTime);
        if (_last.Minute != minute) _last = (minute, Of(_minutes, minute), null);
        var properties = EventProperties.Read(record.Properties);
        _last.Counts!.Add(kind, record.Type, properties);
        if (kind == Kind.Commerce) Products.Say(properties, record.EventTime);
        if (!record.Visitor.IsEmpty)
        {
            (_last.Visitors ??= SketchOf(HistoryWho.Visitor, minute)).Add(record.Visitor);
            if (kind == Kind.Commerce && Steps.Of(record.Type) == Step.Ordered) SketchOf(HistoryWho.Buyer, minute).Add(record.Visitor);
        }

        if (++_events % OftenEnough == 0) IsLarge |= _minutes.Values.Sum(m => m.Count) > ManyKeys;
    }

    /// <summary>It holds a record whose trace is followed.</summary>
    public void Follow(ActivityContext trace)
    {
        if (Trace == default) Trace = trace;
    }

    /// <summary>A record that could not be read.</summary>
    public void Reject(RejectedRecord record)
    {
        _rejected.Add(record);
        IsLarge |= _rejected.Count >= RejectedRecords.AtATime;
    }

    /// <summary>They are where they belong.</summary>
    public void ForgetRejected() => _rejected.Clear();

    public void Clear()
    {
        _minutes.Clear();
        _sketches.Clear();
        _rejected.Clear();
        Products.Clear();
        (_last, _events, IsLarge, Trace) = ((-1, null, null), 0, false, default);
    }

    private VisitorSketch SketchOf(string who, long minute) => Of(_sketches, (who, HistoryStep.Floor(minute, HistoryStep.Quarter)));

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key) where TKey : notnull where TValue : new() =>
        all.TryGetValue(key, out var found) ? found : all[key] = new TValue();
}
