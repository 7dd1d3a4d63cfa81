namespace EdmContracts;

/// <summary>
/// One record as it was read from an input topic: its fields completed by what the log knows of it. A record of 2018
/// has no type (the topic says it) and no id (it is never a duplicate).
/// </summary>
public ref struct LogRecord
{
    public ReadOnlySpan<byte> EventId { get; private set; }
    public ReadOnlySpan<byte> Type { get; private set; }
    public ReadOnlySpan<byte> Visitor { get; private set; }
    public ReadOnlySpan<byte> Bot { get; private set; }
    public ReadOnlySpan<byte> Properties { get; private set; }

    /// <summary>When it was received: the Kafka record's timestamp, milliseconds since 1970.</summary>
    public long ReceiveTime { get; private set; }

    /// <summary>When it happened, but never later than it was received: milliseconds since 1970.</summary>
    public long EventTime { get; private set; }

    /// <summary>Reads a record of the log.</summary>
    /// <param name="topic">The logical topic that it lies in.</param>
    /// <param name="value">The record's bytes.</param>
    /// <param name="receiveTime">The Kafka record's timestamp.</param>
    /// <param name="record">The record; without meaning when the answer is false.</param>
    /// <param name="reason">Why it is rejected; null when the answer is true.</param>
    public static bool TryRead(string topic, ReadOnlySpan<byte> value, long receiveTime, out LogRecord record, out string? reason)
    {
        record = default;
        if (!RecordFields.TryRead(value, out var fields, out reason)) return false;

        var type = fields.Type;
        if ((fields.Named & FieldNames.Type) == 0)
            type = topic switch { Topics.Click => "click"u8, Topics.PageLoad => "pageload"u8, _ => default };

        reason =
            receiveTime < 0 ? "the Kafka record has no time" :
            type.IsEmpty ? (fields.Named & FieldNames.Type) != 0 ? "type is empty" : "no type" :
            !EventName.IsValid(type) ? "type is not a name (1 to 64 of a-z 0-9 _)" :
            fields.EventTimestamp is null ? "no event_timestamp" :
            null;
        if (reason is not null) return false;

        record = new LogRecord
        {
            EventId = fields.EventId,
            Type = type,
            Visitor = fields.Visitor,
            Bot = fields.Bot,
            Properties = fields.Properties,
            ReceiveTime = receiveTime,
            EventTime = Math.Min(fields.EventTimestamp!.Value, receiveTime),
        };
        return true;
    }
}
