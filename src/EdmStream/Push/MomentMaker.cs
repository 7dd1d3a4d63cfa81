using EdmContracts.Live;
using EdmKafka;
using EdmStream.Share;

namespace EdmStream.Push;

/// <summary>Says what all partitions together show at a moment. It belongs to one thread.</summary>
internal sealed class MomentMaker(SharedState state, OwnProgress own, EventLog rows, BrokerWatch brokers, PartitionCount partitions, TimeProvider time)
{
    private readonly LiveFigures _figures = new();
    private long _sequence;

    /// <param name="isRead">Whether all is read that was said before the node started: nothing of half of it is shown, and nobody is told that the node were as far.</param>
    public Moment Next(bool isRead) => state.Of((all, position) => isRead ? Next(all, position, isRead) : Next([], position: 0, isRead));

    private Moment Next(IReadOnlyList<SharedPartition> all, long position, bool isRead)
    {
        var (progress, books) = (own.Now, Books(all));
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new Moment(
            ++_sequence, now, State(all.Count, progress.Rebuild, books), all.Count == 0 ? null : all.Min(p => p.Head!.CountedTo),
            brokers.Now is (false, var since, _) ? since.ToUnixTimeMilliseconds() : null, progress.Rebuild,
            _figures.At(all, now), rows.Views(), books, position, isRead, progress.Assigned);
    }

    private string State(int known, Rebuild? rebuild, IReadOnlyList<PartitionBooks> books) =>
        rebuild is not null || known == 0 || known < partitions() ? "rebuilding" :
        books.All(b => b.Read == 0) ? "waiting" :
        "live";

    private static IReadOnlyList<PartitionBooks> Books(IReadOnlyList<SharedPartition> all) =>
    [
        .. from head in all.Select(partition => partition.Head!)
           from topic in head.Topics
           orderby topic.Key, head.Partition
           select Of(head.Partition, topic.Key, topic.Value),
    ];

    private static PartitionBooks Of(int index, string topic, HeadBooks books) => new(
        topic, index, books.UpTo - books.From, books.Shown, books.Duplicate, books.Late, books.Bot, books.Rejected, books.Expired);
}

/// <summary>Tells how many partitions an input topic has; zero before that is known.</summary>
internal delegate int PartitionCount();
