using System.Diagnostics;
using System.Diagnostics.Metrics;
using EdmContracts;
using EdmHosting.Telemetry;

namespace EdmKafka.Telemetry;

/// <summary>The metrics of what this process writes. Any thread may count.</summary>
internal static class SentMessages
{
    private static readonly string[] Names = [.. Topics.All];
    private static readonly long[] Counts = new long[Names.Length];

    private static readonly Histogram<double> Durations = Instruments.Meter.CreateHistogram(
        "messaging.client.operation.duration", "s", "From handing the records of a request to the client until the last of them was answered for.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = MessagingTags.Seconds });

    static SentMessages() => Instruments.Meter.CreateObservableCounter(
        "messaging.client.sent.messages", Observe, "{message}", "Records handed to the client to be written.");

    public static void Count(RecordBatch batch)
    {
        if (batch.OnlyTopic is { } only) Count(only, batch.Count);
        else
            for (var i = 0; i < batch.Count; i++) Count(batch.TopicOf(i), 1);
    }

    /// <param name="topic">Of all records; null where they have several.</param>
    /// <param name="begun">When they were handed over: a timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="deliveries">What became of them.</param>
    public static void Answered(string? topic, long begun, Delivery[] deliveries)
    {
        if (!Durations.Enabled) return;
        var tags = new TagList { MessagingTags.Operation.Is(MessagingTags.Send), MessagingTags.System.Is(MessagingTags.Kafka) };
        if (topic is not null) tags.Add(MessagingTags.Destination, topic);
        foreach (var delivery in deliveries)
        {
            if (delivery.Outcome == WriteOutcome.Written) continue;
            tags.Add(MessagingTags.ErrorType, MessagingTags.NameOf(delivery.Outcome));
            break;
        }

        Durations.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, tags);
    }

    private static void Count(string topic, int records)
    {
        if (Array.IndexOf(Names, topic) is >= 0 and var index) Interlocked.Add(ref Counts[index], records);
    }

    private static IEnumerable<Measurement<long>> Observe() => Names.Select((topic, i) => new Measurement<long>(
        Interlocked.Read(ref Counts[i]),
        MessagingTags.Operation.Is(MessagingTags.Send), MessagingTags.System.Is(MessagingTags.Kafka), MessagingTags.Destination.Is(topic))).Where(m => m.Value > 0);
}
