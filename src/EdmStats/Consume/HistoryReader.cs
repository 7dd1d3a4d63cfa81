using System.Data.Common;
using EdmKafka;
using EdmStats.Persist;

namespace EdmStats.Consume;

/// <summary>
/// Reads the records of the partitions that the group gave to this node, and has them written once a second. Where the
/// tables cannot be written, the partitions pause and the lag grows; where it is not known whether they were, it forgets all
/// that it read, the ids too, and begins anew where they stand: ids of records that were not written would make duplicates of
/// them. All of it lives on the consumer loop's thread.
/// </summary>
internal sealed class HistoryReader(StoredBeginning beginning, HistoryWriter writer, BrokerWatch brokers, HistoryState state, TimeProvider time) : IPartitionReader
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1), Fresh = TimeSpan.FromSeconds(5);

    private readonly HistoryBatch _batch = new();
    private readonly Dictionary<LogPartition, PartitionReading> _readings = [];
    private readonly CatchUp _catchUp = new(time);
    private LogPartition? _lastPartition;
    private PartitionReading? _last;
    private string _cluster = "";
    private long _tried;

    public ReaderNeed Needs { get; private set; }

    public bool IsSettled { get; private set; }

    public bool TakesNews => !_readings.Values.Any(r => r.IsReadingBack);

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log)
    {
        Release();
        (Needs, _tried) = (ReaderNeed.Records, time.GetTimestamp());
        try
        {
            var (cluster, found) = beginning.Find(partitions, log);
            _cluster = cluster;
            foreach (var (partition, (reading, _)) in found) _readings[partition] = reading;
            _catchUp.Begin(_readings.Values.Sum(r => r.Left), writer.Written);
            state.Over();
            return found.ToDictionary(f => f.Key, f => f.Value.From);
        }
        catch (DbException e)
        {
            // Nothing is taken until the tables say where to begin.
            state.Met(e.Message);
            Needs = ReaderNeed.Pause;

            // Where there is nothing to read: from anywhere else, records would come before the pause does.
            return partitions.ToDictionary(p => p, p => log.Bounds(p).End);
        }
    }

    public void Take(scoped in ConsumedRecord record)
    {
        IsSettled = false;
        if (record.Partition != _lastPartition) (_lastPartition, _last) = (record.Partition, _readings.GetValueOrDefault(record.Partition));
        if (_last is null) return;
        if (_last.IsBehind(record.Offset)) BeginAnew(record.Partition, record.Offset);
        else _last.Take(record, _batch);
        if (record.Span is { } span) _batch.Follow(span.Context);
    }

    /// <summary>What the log lost before it was counted stays uncounted: the next record says where to go on.</summary>
    public void Expire(LogPartition partition, long count)
    {
        IsSettled = false;
        _readings.GetValueOrDefault(partition)?.Expire(count);
    }

    public void ReachEnd(LogPartition partition, long end)
    {
        IsSettled = false;
        if (!_readings.TryGetValue(partition, out var reading)) return;
        if (reading.IsBehind(end)) BeginAnew(partition, end);
        else reading.ReachEnd(end);
    }

    public void Release()
    {
        _readings.Clear();
        _batch.Clear();
        (_lastPartition, _last, IsSettled) = (null, null, false);
    }

    public void Beat()
    {
        if (Needs == ReaderNeed.AnotherBeginning) return;
        if (time.GetElapsedTime(_tried) < Pace && !(_batch.IsLarge && Needs == ReaderNeed.Records)) return;
        if (_readings.Count == 0)
        {
            // Nothing is assigned, or the tables did not say where to begin.
            if (Needs == ReaderNeed.Pause) Needs = ReaderNeed.AnotherBeginning;
            return;
        }

        var now = LastAnswer();
        if (_readings.Values.Any(r => r.HasNews || r.IsStale(now, Fresh))) Write(now);
        if (_catchUp.IsOver(_readings.Values.Sum(r => r.Left), writer.Written) is { } told) state.CaughtUp(told);
    }

    private void Write(long now)
    {
        var moves = _readings.Values.Where(r => r.HasNews || r.IsStale(now, Pace)).ToDictionary(r => r, r => r.Move(now));
        var result = writer.Write(_batch, _cluster, moves.Values);
        _tried = time.GetTimestamp();
        if (result == WriteResult.Written)
        {
            foreach (var (reading, move) in moves) reading.Moved(move, now);
            _batch.Clear();
            state.Over();
            Needs = ReaderNeed.Records;
            IsSettled = TakesNews;
            return;
        }

        state.Met(writer.Trouble!);
        Needs = result == WriteResult.NotWritten ? ReaderNeed.Pause : ReaderNeed.AnotherBeginning;
    }

    /// <summary>A log that goes back is another one by the same name, or was cut: only the brokers and the tables can say where to go on.</summary>
    private void BeginAnew(LogPartition partition, long offset)
    {
        state.Met($"the log of {partition.Topic}[{partition.Index}] went back to offset {offset}, and may be another one");
        Release();
        Needs = ReaderNeed.AnotherBeginning;
    }

    /// <summary>Until when the brokers could have told of more: now, while they answer.</summary>
    private long LastAnswer()
    {
        var (answers, since, _) = brokers.Now;
        return (answers ? time.GetUtcNow() : since).ToUnixTimeMilliseconds();
    }
}
