namespace EdmShopper.Verify;

/// <summary>A record as the brokers have it.</summary>
/// <param name="Topic">The topic's name without the prefix.</param>
/// <param name="Key">Empty where the record has none.</param>
/// <param name="Timestamp">The Kafka record's own: milliseconds since 1970.</param>
/// <param name="ContentType">The header; null where it is not there, or not once.</param>
internal sealed record TopicRecord(string Topic, int Partition, long Offset, byte[] Key, byte[] Value, long Timestamp, string? ContentType)
{
    public override string ToString() => $"{Topic}[{Partition}]@{Offset}";
}
