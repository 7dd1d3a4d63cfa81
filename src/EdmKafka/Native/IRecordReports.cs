using Confluent.Kafka;

namespace EdmKafka.Native;

/// <summary>What is to be made of what a producer tells. Called on the producer's own thread.</summary>
internal interface IRecordReports
{
    Delivery Read(in NativeReport report, NativeProducer from);

    void Failed(Error error, NativeProducer from);
}
