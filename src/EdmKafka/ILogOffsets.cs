namespace EdmKafka;

/// <summary>Questions about the offsets of assigned partitions. The answers come from the brokers; the calls block.</summary>
public interface ILogOffsets
{
    /// <summary>The first offset that the log still holds, and the one after its last record.</summary>
    (long Start, long End) Bounds(LogPartition partition);

    /// <summary>For each partition the first offset whose record is not older than a time; null where nothing is so young.</summary>
    /// <param name="partitions">The partitions asked about.</param>
    /// <param name="time">Milliseconds since 1970.</param>
    IReadOnlyDictionary<LogPartition, long?> NotBefore(IReadOnlyList<LogPartition> partitions, long time);
}
