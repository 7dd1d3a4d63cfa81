using System.Diagnostics;
using System.Globalization;
using System.Text;
using EdmHosting.Telemetry;
using EdmKafka.Native;

namespace EdmKafka.Telemetry;

/// <summary>
/// The spans of what is sent and what is processed, by OpenTelemetry's conventions for messaging. They are made only while somebody
/// listens, and only in traces that are followed. They never tell a key: that is a visitor.
/// </summary>
public static class MessageSpans
{
    private const int HeaderLength = 55;

    private static ReadOnlySpan<byte> OddDigits => "13579bdf"u8;

    /// <summary>Whether anybody listens.</summary>
    public static bool AreWanted => Instruments.Spans.HasListeners();

    /// <summary>Begins the span of a batch that is about to be handed over, and gives its id to the records.</summary>
    internal static Activity? Send(RecordBatch batch)
    {
        var name = batch.OnlyTopic is { } only ? $"{MessagingTags.Send} {only}" : MessagingTags.Send;
        var span = Instruments.Spans.StartActivity(name, ActivityKind.Producer, batch.Trace);
        if (span is null) return null;
        Describe(span, MessagingTags.Send, batch.OnlyTopic);
        span.SetTag(MessagingTags.BatchCount, batch.Count);
        batch.AddHeader("traceparent"u8, Encoding.ASCII.GetBytes(span.Id!));
        return span;
    }

    /// <summary>What became of the batch.</summary>
    internal static void Sent(Activity? span, Delivery[] deliveries)
    {
        if (span is null) return;
        var failed = deliveries.FirstOrDefault(d => d.Outcome != WriteOutcome.Written);
        if (failed.Reason is not null)
            span.SetTag(MessagingTags.ErrorType, MessagingTags.NameOf(failed.Outcome)).SetStatus(ActivityStatusCode.Error, failed.Reason);
        else if (deliveries is [var only])
            At(span, only.Partition, only.Offset);
    }

    /// <summary>Begins the span of a record that is handed to its reader; null where its trace is not followed.</summary>
    /// <param name="record">Carries its trace in a header.</param>
    /// <param name="partition">Where it lies.</param>
    /// <param name="group">Who reads; null where it is no group.</param>
    internal static Activity? Process(in NativeRecord record, LogPartition partition, string? group)
    {
        if (!TryRead(record.TraceParent, out var trace)) return null;
        var span = Instruments.Spans.StartActivity($"{MessagingTags.Process} {partition.Topic}", ActivityKind.Consumer, trace);
        if (span is null) return null;
        Describe(span, MessagingTags.Process, partition.Topic);
        At(span, partition.Index, record.Offset);
        return group is null ? span : span.SetTag(MessagingTags.Group, group);
    }

    /// <summary>Reads the header of a trace that is followed (w3.org/TR/trace-context: the last bit of the flags says so).</summary>
    internal static bool TryRead(ReadOnlySpan<byte> header, out ActivityContext trace)
    {
        trace = default;
        return header.Length == HeaderLength && OddDigits.Contains(header[^1]) && ActivityContext.TryParse(Encoding.ASCII.GetString(header), traceState: null, isRemote: true, out trace);
    }

    private static void Describe(Activity span, string operation, string? topic)
    {
        span.SetTag(MessagingTags.System, MessagingTags.Kafka).SetTag(MessagingTags.Operation, operation).SetTag(MessagingTags.OperationType, operation);
        if (topic is not null) span.SetTag(MessagingTags.Destination, topic);
    }

    private static void At(Activity span, int partition, long offset) =>
        span.SetTag(MessagingTags.Partition, partition.ToString(CultureInfo.InvariantCulture)).SetTag(MessagingTags.Offset, offset);
}
