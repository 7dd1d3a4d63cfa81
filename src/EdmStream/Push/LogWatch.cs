namespace EdmStream.Push;

/// <summary>
/// The log as one filter lets it through. Between two moments it takes a fair sample: each event has the same chance,
/// whatever the rate, and what was not taken is counted. Not thread-safe.
/// </summary>
internal sealed class LogWatch(LogFilter filter)
{
    /// <summary>As many rows as one frame brings: four frames a second are more than anyone can read, and each row costs a browser.</summary>
    public const int RowsAMoment = 4;

    /// <summary>As many as a first frame brings, about what a screen shows.</summary>
    public const int RowsAtFirst = 25;
    private const int RowsKept = 200;

    private readonly LinkedList<LogRow> _rows = [];
    private readonly List<LogRow> _sample = [];
    private int _passed;
    private long _taken, _seen;

    public LogFilter Filter { get; } = filter;

    /// <summary>An event went by.</summary>
    public void Offer(ref PendingRow row)
    {
        if (!Filter.TakesKind(row.Topic) || Filter.Text is not null && !Filter.TakesText(row.Made)) return;
        _passed++;
        _seen++;
        if (_sample.Count < RowsAMoment) _sample.Add(row.Made);

        // A reservoir (Vitter's algorithm R): the newcomer has as much of a chance as each of those before it.
        else if (Random.Shared.Next(_passed) is < RowsAMoment and var place) _sample[place] = row.Made;
    }

    /// <summary>More events of a topic went by of which nothing else is known.</summary>
    public void Pass(string topic, long count)
    {
        if (Filter.TakesKind(topic) && Filter.Text is null) _seen += count;
    }

    /// <summary>What it shows at a moment; the next one begins.</summary>
    public LogView View()
    {
        foreach (var row in _sample.OrderBy(row => row.Number))
        {
            _rows.AddFirst(row);
            if (_rows.Count > RowsKept) _rows.RemoveLast();
        }

        _taken += _sample.Count;
        _sample.Clear();
        _passed = 0;
        return new LogView([.. _rows], _taken, _seen);
    }
}
