using System.Text;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Push;

/// <summary>
/// The newest events, for the log on the screen. Between two moments it takes as many as one frame can carry and only
/// counts the others, so its cost does not grow with the rate. It belongs to the thread that counts.
/// </summary>
internal sealed class EventLog
{
    public const int RowsAMoment = 50;
    private const int RowsKept = 200;

    private readonly LinkedList<LogRow> _rows = [];
    private readonly Dictionary<LogPartition, long> _newest = [];
    private int _taken;

    /// <summary>The events there ever were.</summary>
    public long Seen { get; private set; }

    public void Add(LogPartition partition, long offset, scoped in LogRecord record)
    {
        // A partition that was read again brings what was here before.
        if (_newest.TryGetValue(partition, out var newest) && offset <= newest) return;
        _newest[partition] = offset;
        Seen++;
        if (_taken++ >= RowsAMoment) return;
        _rows.AddFirst(new LogRow(
            partition.Topic, partition.Index, offset,
            Encoding.UTF8.GetString(record.Type), record.EventTime, KeyText.Of(record.Visitor), RowText.Of(partition.Topic, record)));
        if (_rows.Count > RowsKept) _rows.RemoveLast();
    }

    /// <summary>The rows of a moment, newest first; the next moment begins.</summary>
    public IReadOnlyList<LogRow> Rows()
    {
        _taken = 0;
        return [.. _rows];
    }
}
