using EdmKafka;
using EdmStream.Consume;

namespace EdmStream.Tests.Pipeline;

/// <summary>A counter with a fault: it passes over the second record without a word.</summary>
internal sealed class Forgetful(RecordCounter counter) : IPartitionReader
{
    private int _seen;

    public ReaderNeed Needs => counter.Needs;

    public bool TakesNews => counter.TakesNews;

    public IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log) => counter.Begin(partitions, log);

    public void Take(scoped in ConsumedRecord record)
    {
        if (++_seen != 2) counter.Take(record);
    }

    public void Expire(LogPartition partition, long count) => counter.Expire(partition, count);

    public void ReachEnd(LogPartition partition, long end) => counter.ReachEnd(partition, end);

    public void Beat() => counter.Beat();

    public void Release() => counter.Release();
}
