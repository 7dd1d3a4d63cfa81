using System.Diagnostics;
using System.Text;
using EdmKafka;
using EdmKafka.Telemetry;

namespace EdmRelay.Publish;

/// <summary>Publishes to Kafka: one completion a request, however many records it brought.</summary>
internal sealed class EventPublisher(RecordProducer producer, TopicSetup topics) : IEventPublisher
{
    public Task<Delivery[]> PublishAsync(RecordBatch batch, string? traceParent)
    {
        if (topics.Missing is { } missing) return RecordProducer.Refuse(batch, missing);
        batch.AddHeader("content-type"u8, "application/json"u8);
        if (MessageSpans.AreWanted && Activity.Current is { Recorded: true } request) batch.Trace = request.Context;
        else if (traceParent is not null) batch.AddHeader("traceparent"u8, Encoding.ASCII.GetBytes(traceParent));
        return producer.ProduceAsync(batch);
    }
}
