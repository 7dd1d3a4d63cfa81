using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>What librdkafka reports of one record; good during the call alone.</summary>
internal readonly unsafe ref struct NativeReport(NativeMessage* message)
{
    private const int StampedByBroker = 2;

    public ErrorCode Code => (ErrorCode)message->Error;

    /// <summary>In words, where there is one.</summary>
    public Error Error => NativeClient.ErrorOf(message->Error);

    /// <summary>Whether it is certain that no broker has the record; said of failed ones.</summary>
    public bool IsNotPersisted => Librdkafka.StatusOf(message) == 0;

    public int Partition => message->Partition;

    public long Offset => message->Offset;

    /// <summary>The broker's time, where it stamps the topic's records itself: milliseconds since 1970.</summary>
    public long? AppendTime
    {
        get
        {
            int kind;
            var time = LibrdkafkaConsumer.TimeOf(message, &kind);
            return kind == StampedByBroker ? time : null;
        }
    }

    /// <summary>The number that went with the record.</summary>
    public nint Number => message->Opaque;
}
