using EdmKafka;
using EdmRelay.Publish;

namespace EdmRelay.Tests;

/// <summary>Keeps the records it is given, and says of each what it is told to: by default that it was written.</summary>
internal sealed class FakePublisher : IEventPublisher
{
    public List<KeptRecord> Records { get; } = [];

    public string? TraceParent { get; private set; }

    public Func<int, WriteOutcome> Outcome { get; set; } = _ => WriteOutcome.Written;

    public Task<Delivery[]> PublishAsync(RecordBatch batch, string? traceParent)
    {
        Records.AddRange(Enumerable.Range(0, batch.Count).Select(i =>
            new KeptRecord(batch.TopicOf(i), batch.KeyOf(i).ToArray(), batch.ValueOf(i).ToArray(), batch.Time)));
        TraceParent = traceParent;
        return Task.FromResult(Enumerable.Range(0, batch.Count).Select(i => Outcome(i) is WriteOutcome.Written
            ? new Delivery(WriteOutcome.Written, Partition: i % 6, Offset: 1200 + i)
            : new Delivery(Outcome(i), Reason: "as told")).ToArray());
    }

    /// <summary>A record as it was to lie in Kafka.</summary>
    internal sealed record KeptRecord(string Topic, byte[] Key, byte[] Value, long ReceiveTime);
}
