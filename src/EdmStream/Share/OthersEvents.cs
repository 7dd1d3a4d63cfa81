using EdmContracts.Live;
using EdmKafka;
using EdmStream.Push;

namespace EdmStream.Share;

/// <summary>Puts the events into the log that other nodes' heads tell of; its own a node shows as it reads them. It belongs to one thread.</summary>
/// <param name="rows">The log.</param>
/// <param name="node">This node.</param>
internal sealed class OthersEvents(EventLog rows, string node)
{
    private readonly Dictionary<LogPartition, long> _shown = [];

    /// <param name="head">It counts.</param>
    /// <param name="isNews">Whether what it tells of is of now.</param>
    public void Add(Head head, bool isNews)
    {
        foreach (var (topic, books) in head.Topics)
        {
            var partition = new LogPartition(topic, head.Partition);
            var before = _shown.GetValueOrDefault(partition, books.Shown);
            _shown[partition] = books.Shown;
            if (!isNews || head.Node == node) continue;
            List<HeadEvent> told = [.. (head.Newest ?? []).Where(e => e.Topic == topic)];
            foreach (var e in told) rows.Add(new LogRow(0, topic, head.Partition, e.Offset, e.Type, e.EventTime, e.Received, e.Visitor, e.Text));
            rows.Pass(topic, books.Shown - before - told.Count);
        }
    }
}
