using System.Text;
using EdmContracts;
using EdmKafka;

namespace EdmStream.Push;

/// <summary>An event that may become a row: the row is made when somebody wants it.</summary>
internal ref struct PendingRow(LogPartition partition, long offset, LogRecord record, long number)
{
    public PendingRow(LogRow made) : this(new LogPartition(made.Topic, made.Partition), made.Offset, default, made.Number) => _made = made;

    private readonly LogPartition _partition = partition;
    private readonly LogRecord _record = record;
    private LogRow? _made;

    public readonly string Topic => _partition.Topic;

    public LogRow Made => _made ??= new LogRow(
        number, _partition.Topic, _partition.Index, offset, Encoding.UTF8.GetString(_record.Type), _record.EventTime, _record.ReceiveTime,
        KeyText.Of(_record.Visitor), RowText.Of(_partition.Topic, _record));
}
