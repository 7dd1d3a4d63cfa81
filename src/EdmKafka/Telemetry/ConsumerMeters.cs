using System.Diagnostics;
using System.Diagnostics.Metrics;
using Confluent.Kafka;
using EdmHosting.Telemetry;
using EdmKafka.Native;

namespace EdmKafka.Telemetry;

/// <summary>
/// The metrics of what a member of a group reads. Its positions count in plain numbers on the loop's thread, and are looked at by
/// whoever collects.
/// </summary>
internal sealed class ConsumerMeters(string group)
{
    private const int Patience = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(string Group, LogPartition Partition), ReadPosition> Assigned = [];

    // Of partitions that were given back: what was consumed stays consumed.
    private static readonly Dictionary<(string Group, string Topic), long> Before = [];

    private static readonly Histogram<double> Durations = Instruments.Meter.CreateHistogram(
        "messaging.process.duration", "s", "The reader's work on what was polled at once.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = MessagingTags.Seconds });

    private readonly KeyValuePair<string, object?>[] _processing =
        [MessagingTags.Operation.Is(MessagingTags.Process), MessagingTags.System.Is(MessagingTags.Kafka), MessagingTags.Group.Is(group)];

    private long _asked;

    static ConsumerMeters()
    {
        Instruments.Meter.CreateObservableCounter("messaging.client.consumed.messages", ObserveConsumed, "{message}", "Records handed to the group's reader.");
        Instruments.Meter.CreateObservableGauge("edm.consumer.lag", ObserveLag, "{record}", "Records that the partition holds and the group has yet to read.");
    }

    /// <summary>Notes how far there is to go. While partitions are paused, which is when that matters most, the brokers are asked.</summary>
    public void Look(ReadPositions positions, NativeConsumer consumer, bool arePaused)
    {
        if (!arePaused) positions.Look(consumer);
        if (!arePaused || Stopwatch.GetElapsedTime(_asked) < Pause) return;
        try
        {
            positions.Ask(consumer, Patience);
        }
        catch (KafkaException)
        {
            // Until they answer again, the lag stays as it was known.
        }

        _asked = Stopwatch.GetTimestamp();
    }

    /// <summary>They are read from now on.</summary>
    public void Begin(IEnumerable<ReadPosition> positions)
    {
        lock (Gate)
            foreach (var position in positions) Assigned[(group, position.Partition)] = position;
    }

    /// <summary>They are another's to read.</summary>
    public void End(IEnumerable<ReadPosition> positions)
    {
        lock (Gate)
        {
            foreach (var position in positions)
            {
                Assigned.Remove((group, position.Partition));
                var topic = (group, position.Partition.Topic);
                Before[topic] = Before.GetValueOrDefault(topic) + position.Taken;
            }
        }
    }

    /// <param name="begun">A timestamp of <see cref="Stopwatch"/>.</param>
    public void Processed(long begun) => Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, _processing);

    private static List<Measurement<long>> ObserveConsumed()
    {
        lock (Gate)
        {
            var counts = new Dictionary<(string Group, string Topic), long>(Before);
            foreach (var ((group, partition), position) in Assigned)
                counts[(group, partition.Topic)] = counts.GetValueOrDefault((group, partition.Topic)) + position.Taken;
            return [.. counts.Select(c => new Measurement<long>(
                c.Value, MessagingTags.Operation.Is(MessagingTags.Poll), MessagingTags.System.Is(MessagingTags.Kafka), MessagingTags.Group.Is(c.Key.Group), MessagingTags.Destination.Is(c.Key.Topic)))];
        }
    }

    private static List<Measurement<long>> ObserveLag()
    {
        lock (Gate)
            return [.. Assigned.Where(a => a.Value.Lag is not null).Select(a => new Measurement<long>(
                a.Value.Lag!.Value, MessagingTags.Group.Is(a.Key.Group), MessagingTags.Destination.Is(a.Key.Partition.Topic), MessagingTags.Partition.Is(a.Key.Partition.Index)))];
    }
}
