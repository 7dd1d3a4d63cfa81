using EdmKafka;

namespace ObviousStream;

/// <summary>Where the records of one partition of one topic went.</summary>
internal sealed record PartitionVerdicts(
    string Topic, int Partition, long Read, long Shown, long Duplicate, long Late, long Bot, long Rejected, long Expired)
{
    public static PartitionVerdicts Of(LogPartition partition, VerdictCounts counts) => new(
        partition.Topic, partition.Index,
        counts.Shown + counts.Duplicate + counts.Late + counts.Bot + counts.Rejected,
        counts.Shown, counts.Duplicate, counts.Late, counts.Bot, counts.Rejected, Expired: 0);
}
