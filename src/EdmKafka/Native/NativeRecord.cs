using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>What librdkafka has read: a record, or an error in its place. Good until its batch is given back.</summary>
internal readonly unsafe ref struct NativeRecord(NativeMessage* message)
{
    public ErrorCode Code => (ErrorCode)message->Error;

    /// <summary>In words, where there is one.</summary>
    public Error Error => new(Code, NativeClient.Text(LibrdkafkaConsumer.ErrorTextOf(message)));

    /// <summary>Stands for the topic: the same for all records of one partition, as long as that is assigned.</summary>
    public nint Topic => message->Topic;

    /// <summary>On the cluster. A new string each time.</summary>
    public string TopicName => NativeClient.Text(LibrdkafkaConsumer.TopicName(message->Topic));

    public int Partition => message->Partition;

    public long Offset => message->Offset;

    /// <summary>Milliseconds since 1970.</summary>
    public long Time => LibrdkafkaConsumer.TimeOf(message, null);

    /// <summary>Empty where there is none.</summary>
    public ReadOnlySpan<byte> Key => new((void*)message->Key, (int)message->KeyLength);

    /// <summary>Empty where there is none.</summary>
    public ReadOnlySpan<byte> Value => new((void*)message->Value, (int)message->ValueLength);

    /// <summary>The header that carries its trace; empty where there is none. The library takes all headers apart at the first question.</summary>
    public ReadOnlySpan<byte> TraceParent =>
        LibrdkafkaConsumer.HeadersOf(message, out var headers) == 0
        && LibrdkafkaConsumer.LastHeader(headers, "traceparent\0"u8, out var value, out var length) == 0 ? new((void*)value, (int)length) : [];
}
