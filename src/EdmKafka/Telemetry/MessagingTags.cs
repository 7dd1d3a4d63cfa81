namespace EdmKafka.Telemetry;

/// <summary>The names that OpenTelemetry gives to what spans and metrics say of messages (opentelemetry.io/docs/specs/semconv/messaging).</summary>
internal static class MessagingTags
{
    public const string
        System = "messaging.system",
        Operation = "messaging.operation.name",
        OperationType = "messaging.operation.type",
        Destination = "messaging.destination.name",
        Partition = "messaging.destination.partition.id",
        Offset = "messaging.kafka.offset",
        Group = "messaging.consumer.group.name",
        BatchCount = "messaging.batch.message_count",
        ErrorType = "error.type";

    public const string Kafka = "kafka", Send = "send", Poll = "poll", Process = "process";

    /// <summary>The buckets of durations, in seconds: as the conventions have them, and finer ones before, since a broker is near.</summary>
    public static readonly IReadOnlyList<double> Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    public static KeyValuePair<string, object?> Is(this string name, object? value) => new(name, value);

    /// <summary>What went wrong, as <c>error.type</c> has it: one of few names.</summary>
    public static string NameOf(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.NotWritten => "not_written",
        WriteOutcome.TooLarge => "too_large",
        _ => "unknown",
    };
}
