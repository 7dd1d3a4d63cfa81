using Confluent.Kafka;
using EdmKafka.Native;

namespace EdmKafka;

/// <summary>What became of one record that was to be written.</summary>
/// <param name="Outcome">Whether the brokers have it.</param>
/// <param name="Partition">Where it lies, when it was written.</param>
/// <param name="Offset">At which offset, when it was written.</param>
/// <param name="Reason">Why it was not written, in words for a log.</param>
/// <param name="AppendTime">When the broker wrote it, by its own clock, where it stamps the topic's records itself: milliseconds since 1970.</param>
public readonly record struct Delivery(WriteOutcome Outcome, int Partition = -1, long Offset = -1, string? Reason = null, long? AppendTime = null)
{
    /// <summary>By the client's report, whose status alone tells "not written" from "not known".</summary>
    internal static Delivery Of(in NativeReport report) =>
        report.Code == ErrorCode.NoError ? new(WriteOutcome.Written, report.Partition, report.Offset, AppendTime: report.AppendTime) :
        report.IsNotPersisted ? Refused(report.Error) :
        new(report.Code == ErrorCode.MsgSizeTooLarge ? WriteOutcome.TooLarge : WriteOutcome.Unknown, Reason: report.Error.Reason);

    /// <summary>No broker has the record.</summary>
    internal static Delivery Refused(Error error) =>
        new(error.Code == ErrorCode.MsgSizeTooLarge ? WriteOutcome.TooLarge : WriteOutcome.NotWritten, Reason: error.Reason);
}
