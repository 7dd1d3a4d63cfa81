namespace EdmKafka;

/// <summary>
/// What a consumer does with the partitions that its group gives it. Every call comes from the loop's one thread, in
/// the order of the log, so an implementation needs no lock. What a call throws ends the process.
/// </summary>
public interface IPartitionReader
{
    /// <summary>These partitions are this reader's from now on.</summary>
    /// <param name="partitions">All that it has: none from before.</param>
    /// <param name="log">Answers questions about them.</param>
    /// <returns>The offset to begin at, for each of them.</returns>
    IReadOnlyDictionary<LogPartition, long> Begin(IReadOnlyList<LogPartition> partitions, ILogOffsets log);

    /// <summary>The next record.</summary>
    void Take(scoped in ConsumedRecord record);

    /// <summary>The log no longer holds these offsets, which come next.</summary>
    void Expire(LogPartition partition, long count);

    /// <summary>All that the partition held has been handed over, up to this offset.</summary>
    void ReachEnd(LogPartition partition, long end);

    /// <summary>Called between records, at least ten times a second.</summary>
    void Beat();

    /// <summary>Whether all that was taken is done with, so that its offsets may be committed. Asked after each beat.</summary>
    bool IsSettled => true;

    /// <summary>What it can use next. Asked after each beat.</summary>
    ReaderNeed Needs => ReaderNeed.Records;

    /// <summary>Whether what it takes is new to it: what it reads again to remember it belongs to no trace any more. Asked before each batch.</summary>
    bool TakesNews => true;

    /// <summary>The partitions are no longer this reader's: another one may count them already.</summary>
    void Release();
}
