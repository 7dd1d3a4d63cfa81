using System.Diagnostics;
using Confluent.Kafka;
using EdmKafka.Native;
using EdmKafka.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>
/// Hands what a consumer reads from the assigned partitions to the reader, and stores how far that went. Nothing is
/// allocated for a record. For the loop's thread.
/// </summary>
internal sealed partial class AssignedReading(
    string group, NativeConsumer consumer, IPartitionReader reader, TopicNames names, ReadTroubles troubles, ReaderBeat beat, ILogger log)
{
    private readonly LogOffsets _offsets = new(consumer, names);
    private readonly ReadPositions _positions = new(names);
    private readonly ConsumerMeters _meters = new(group);
    private bool _paused;

    /// <summary>Whether the reader leaves the group.</summary>
    public bool IsOver => reader.Needs == ReaderNeed.Leave;

    /// <summary>Asks the reader where to begin, and begins there.</summary>
    public void Begin(IReadOnlyList<(string Topic, int Index)> assigned, CancellationToken stopping)
    {
        var partitions = assigned.Select(p => new LogPartition(names.Logical(p.Topic), p.Index)).ToList();
        Begin(partitions, stopping);
    }

    /// <summary>The partitions are another's to read.</summary>
    public void End()
    {
        _meters.End(_positions.All);
        _positions.Clear();
        reader.Release();
    }

    /// <summary>Gives the reader its beat where it is due, and does what it then needs.</summary>
    public void Beat(CancellationToken stopping)
    {
        if (beat.WhenDue())
        {
            StoreWhatIsSettled();
            _meters.Look(_positions, consumer, _paused);
        }

        // Not only after a beat of its own: while records stream in, every beat comes between two of them.
        switch (reader.Needs)
        {
            case ReaderNeed.Records when _paused:
                _positions.Tell(consumer.Resume);
                _paused = false;
                break;
            case ReaderNeed.Pause when !_paused:
                _positions.Tell(consumer.Pause);
                _paused = true;
                break;
            case ReaderNeed.AnotherBeginning:
                var partitions = _positions.All.Select(p => p.Partition).ToList();
                End();
                Begin(partitions, stopping);
                break;
        }
    }

    /// <summary>What a batch holds, in its order; a program that stops leaves the rest of it unread.</summary>
    /// <exception cref="KafkaException">The client cannot go on.</exception>
    public void HandOver(NativeBatch batch, CancellationToken stopping)
    {
        if (batch.Count == 0) return;
        var (failed, begun, traced) = (false, Stopwatch.GetTimestamp(), MessageSpans.AreWanted && reader.TakesNews);
        try
        {
            for (var i = 0; i < batch.Count && !stopping.IsCancellationRequested; i++)
            {
                failed |= !TryHandOver(batch[i], traced, stopping);
                if (beat.WhenDue()) StoreWhatIsSettled();
            }
        }
        finally
        {
            // Once for all of the batch; also for those before one that the reader could not take.
            StoreWhatIsSettled();
        }

        _meters.Processed(begun);
        if (!failed) troubles.Over();
    }

    private void Begin(List<LogPartition> partitions, CancellationToken stopping)
    {
        _positions.Begin(troubles.AskUntilAnswered(() => reader.Begin(partitions, _offsets), stopping));
        consumer.Assign([.. _positions.All.Select(p => (p.Topic, p.Partition.Index, p.Next))]);
        _meters.Begin(_positions.All);

        // librdkafka remembers a pause beyond the assignment that it was made in, and any number of others after it.
        _positions.Tell(consumer.Resume);
        _paused = false;
    }

    private void StoreWhatIsSettled()
    {
        if (reader.IsSettled) _positions.Store(consumer);
    }

    /// <returns>Whether it was none of the errors that pass.</returns>
    private bool TryHandOver(in NativeRecord record, bool traced, CancellationToken stopping)
    {
        if (record.Code is not (ErrorCode.NoError or ErrorCode.Local_PartitionEOF))
        {
            troubles.Met(record.Error);
            return false;
        }

        var position = _positions.Of(record);
        var offset = record.Offset;
        if (offset > position.Next) Expire(position, offset, stopping);
        if (record.Code == ErrorCode.Local_PartitionEOF)
        {
            // Stored too, so that whoever watches the group sees a position where there never was a record.
            reader.ReachEnd(position.Partition, offset);
            position.Reach(offset);
            return true;
        }

        // Headers are read only for it: they cost a good part of what a record does.
        using var span = traced ? MessageSpans.Process(record, position.Partition, group) : null;
        reader.Take(new ConsumedRecord { Partition = position.Partition, Offset = offset, ReceiveTime = record.Time, Key = record.Key, Value = record.Value, Span = span });
        position.Take(offset);
        return true;
    }

    /// <summary>Only what lies before the log's start is gone; a hole behind it is nobody's to explain away.</summary>
    private void Expire(ReadPosition position, long offset, CancellationToken stopping)
    {
        var partition = position.Partition;
        var start = troubles.AskUntilAnswered(() => _offsets.Bounds(partition), stopping).Start;
        var gone = Math.Min(start, offset) - position.Next;
        if (gone <= 0) return;
        OffsetsExpired(partition.Topic, partition.Index, position.Next, gone);
        reader.Expire(partition, gone);
        position.Skip(gone);
    }

    [LoggerMessage(LogLevel.Warning, "The log of {Topic}[{Partition}] no longer holds {Count} records from offset {Offset} on: they were never read")]
    private partial void OffsetsExpired(string topic, int partition, long offset, long count);
}
