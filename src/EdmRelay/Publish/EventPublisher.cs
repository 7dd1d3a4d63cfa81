using System.Text;
using Confluent.Kafka;
using EdmKafka;

namespace EdmRelay.Publish;

/// <summary>Publishes to Kafka: one completion a request, however many records it brought.</summary>
internal sealed class EventPublisher(RecordProducer producer, TopicSetup topics) : IEventPublisher
{
    private static readonly byte[] ContentType = "application/json"u8.ToArray();

    public Task<Delivery[]> PublishAsync(IReadOnlyList<OutgoingRecord> records, string? traceParent)
    {
        if (topics.Missing is { } missing)
            return Task.FromResult(records.Select(_ => new Delivery(WriteOutcome.NotWritten, Reason: missing)).ToArray());

        var pending = new PendingRequest(records.Count);
        var headers = HeadersOf(traceParent);
        for (var i = 0; i < records.Count; i++)
        {
            var index = i;
            var (topic, key, value, receiveTime) = records[i];
            producer.Produce(topic, key, value, receiveTime, headers, delivery => pending.Answer(index, delivery));
        }

        return pending.Done;
    }

    private static Headers HeadersOf(string? traceParent)
    {
        var headers = new Headers { { "content-type", ContentType } };
        if (traceParent is not null) headers.Add("traceparent", Encoding.ASCII.GetBytes(traceParent));
        return headers;
    }
}
