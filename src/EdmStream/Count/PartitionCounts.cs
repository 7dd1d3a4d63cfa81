using EdmContracts;

namespace EdmStream.Count;

/// <summary>
/// What one partition index shows: all that its visitors did, in any of the three topics. A function of the records it
/// is given, in their order, and of the moment asked for; without clock, lock or log. It belongs to one thread.
/// </summary>
internal sealed class PartitionCounts
{
    private readonly Dictionary<string, KindCounts> _kinds = Topics.Input.ToDictionary(t => t, _ => new KindCounts());
    private readonly Dictionary<int, SlidingCounts> _buttons = Buckets.Windows.ToDictionary(w => w, w => new SlidingCounts(w * Buckets.AMinute));
    private readonly RecentVisitors _visitors = new();

    /// <summary>Adds a record that is shown.</summary>
    public void Add(string topic, scoped in LogRecord record)
    {
        var bucket = Buckets.Of(record.EventTime);
        _kinds[topic].Add(bucket);
        if (!record.Visitor.IsEmpty) _visitors.See(record.Visitor, bucket);
        if (topic != Topics.Click || !PropertyReader.TryText(record.Properties, "button_id"u8, out var button)) return;
        var key = KeyText.Of(button);
        foreach (var counts in _buttons.Values) counts.Add(bucket, key);
    }

    /// <summary>Moves the windows on to a moment. They never move back.</summary>
    public void Slide(long toBucket)
    {
        foreach (var counts in _kinds.Values) counts.Slide(toBucket);
        foreach (var counts in _buttons.Values) counts.Slide(toBucket);
        _visitors.Slide(toBucket);
    }

    /// <summary>The events of a topic in a bucket.</summary>
    public int Events(string topic, long bucket) => _kinds[topic].In(bucket);

    /// <summary>The events of a topic in a bucket and in all later ones.</summary>
    public long EventsSince(string topic, long bucket) => _kinds[topic].Since(bucket);

    /// <summary>The visitors seen in the five minutes up to a bucket.</summary>
    public int VisitorsAt(long bucket) => _visitors.SeenAt(bucket);

    /// <summary>Clicks by button in a window of so many minutes.</summary>
    public IReadOnlyDictionary<string, int> Buttons(int window) => _buttons[window].Totals;
}
