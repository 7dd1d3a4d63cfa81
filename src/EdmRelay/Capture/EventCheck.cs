using EdmContracts;

namespace EdmRelay.Capture;

/// <summary>What an event must be to be accepted, beyond being a JSON object.</summary>
internal static class EventCheck
{
    private const int LongestId = 128;

    /// <summary>The reason to reject an event; null when there is none.</summary>
    public static string? Reject(scoped in RecordFields fields) =>
        fields.Repeated != FieldNames.None ? $"a field is there twice ({fields.Repeated.InJson()})" :
        fields.Type.IsEmpty ? "no type" :
        !EventName.IsValid(fields.Type) ? "type is not a name (1 to 64 of a-z 0-9 _)" :
        RejectIds(fields);

    /// <summary>The rules for ids alone: a record of 2018 has no type.</summary>
    public static string? RejectIds(scoped in RecordFields fields) =>
        (fields.Named & FieldNames.EventId) != 0 && fields.EventId.IsEmpty ? "event_id is empty" :
        fields.EventId.Length > LongestId ? $"event_id is longer than {LongestId} bytes" :
        fields.Visitor.Length > LongestId ? $"uuid is longer than {LongestId} bytes" :
        null;
}
