using EdmContracts;

namespace EdmRelay.Capture;

/// <summary>What an event must be to be accepted, beyond being a JSON object within the limits.</summary>
internal static class EventCheck
{
    private const int LongestId = 128;

    /// <summary>The reason to reject an event; null when there is none.</summary>
    public static string? Reject(scoped in RecordFields fields) =>
        fields.Type.IsEmpty ? "no type" :
        !EventName.IsValid(fields.Type) ? "type is not a name (1 to 64 of a-z 0-9 _)" :
        RejectIds(fields);

    /// <summary>The reason to reject a record of 2018, which names its topic instead of a type.</summary>
    public static string? RejectLegacy(scoped in RecordFields fields) =>
        !Is(fields.Topic, Topics.Click) && !Is(fields.Topic, Topics.PageLoad) ? $"topic must be {Topics.Click} or {Topics.PageLoad}" :
        (fields.Named & RelaysFields) != 0 ? $"these fields are the relay's to write: {(fields.Named & RelaysFields).InJson()}" :
        (fields.Named & FieldNames.EventTimestamp) != 0 && fields.EventTimestamp is null ? "event_timestamp is null" :
        (fields.Named & FieldNames.Type) != 0 && !Is(fields.Type, Topics.TypeOf(LegacyTopic(fields))!) ? $"type must be {Topics.TypeOf(LegacyTopic(fields))}, or left out" :
        RejectIds(fields);

    /// <summary>The topic that an accepted record of 2018 names.</summary>
    public static string LegacyTopic(scoped in RecordFields fields) => Is(fields.Topic, Topics.Click) ? Topics.Click : Topics.PageLoad;

    private const FieldNames RelaysFields = FieldNames.Bot | FieldNames.ReceivedTimestamp | FieldNames.ClientTimestamp;

    private static string? RejectIds(scoped in RecordFields fields) =>
        (fields.Named & FieldNames.EventId) != 0 && fields.EventId.IsEmpty ? "event_id is empty" :
        fields.EventId.Length > LongestId ? $"event_id is longer than {LongestId} bytes" :
        fields.Visitor.Length > LongestId ? $"uuid is longer than {LongestId} bytes" :
        null;

    private static bool Is(ReadOnlySpan<byte> text, string expected) => System.Text.Ascii.Equals(text, expected);
}
