namespace EdmRelay.Publish;

/// <summary>A record as it is to lie in Kafka.</summary>
/// <param name="Topic">Its logical topic.</param>
/// <param name="Key">The visitor's id, else the event's: never empty, so that a repeat lies in the same partition.</param>
/// <param name="Value">UTF-8 JSON.</param>
/// <param name="ReceiveTime">When the relay received it: milliseconds since 1970.</param>
internal readonly record struct OutgoingRecord(string Topic, byte[] Key, byte[] Value, long ReceiveTime);
