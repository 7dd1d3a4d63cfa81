namespace EdmKafka;

/// <summary>A record as it lies in the log, with its headers.</summary>
/// <param name="Offset">Its place in its partition.</param>
/// <param name="Time">The Kafka record's timestamp: milliseconds since 1970.</param>
/// <param name="Value">Its bytes.</param>
/// <param name="Headers">Each by its name; the last one where a name comes more than once.</param>
public sealed record WrittenRecord(long Offset, long Time, byte[] Value, IReadOnlyDictionary<string, byte[]> Headers);
