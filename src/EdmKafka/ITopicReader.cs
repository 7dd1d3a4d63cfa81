namespace EdmKafka;

/// <summary>
/// What is done with a topic that is followed. Every call comes from the one thread that follows it, in the order of the log,
/// but for the beats before the topic is there. What a call throws ends the process.
/// </summary>
public interface ITopicReader
{
    /// <summary>The log ends here as it begins to be read: what lies before it is of the past.</summary>
    void Begin(long end);

    /// <summary>The next record; offsets are missing where compaction went.</summary>
    void Take(scoped in ConsumedRecord record);

    /// <summary>All that the log held has been handed over, up to this offset.</summary>
    void ReachEnd(long end);

    /// <summary>Called between records, at least ten times a second.</summary>
    void Beat();

    /// <summary>Whether it takes part in the next record's trace, where that is followed. Asked before each record.</summary>
    bool TakesNews => false;
}
