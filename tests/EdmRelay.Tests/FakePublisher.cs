using EdmKafka;
using EdmRelay.Publish;

namespace EdmRelay.Tests;

/// <summary>Keeps the records it is given, and says of each what it is told to: by default that it was written.</summary>
internal sealed class FakePublisher : IEventPublisher
{
    public List<OutgoingRecord> Records { get; } = [];

    public string? TraceParent { get; private set; }

    public Func<int, WriteOutcome> Outcome { get; set; } = _ => WriteOutcome.Written;

    public Task<Delivery[]> PublishAsync(IReadOnlyList<OutgoingRecord> records, string? traceParent)
    {
        Records.AddRange(records);
        TraceParent = traceParent;
        return Task.FromResult(records.Select((_, i) => Outcome(i) is WriteOutcome.Written
            ? new Delivery(WriteOutcome.Written, Partition: i % 6, Offset: 1200 + i)
            : new Delivery(Outcome(i), Reason: "as told")).ToArray());
    }
}
