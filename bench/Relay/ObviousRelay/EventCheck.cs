using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ObviousRelay;

/// <summary>What an event must be to be accepted: EdmRelay's rules, over a bound event.</summary>
internal static partial class EventCheck
{
    private const int LongestId = 128;

    /// <summary>The reason to reject an event; null when there is none.</summary>
    public static string? Reject(ClickstreamEvent? e) =>
        e is null ? "not a JSON object" :
        string.IsNullOrEmpty(e.Type) ? "no type" :
        !Name().IsMatch(e.Type) ? "type is not a name (1 to 64 of a-z 0-9 _)" :
        e.EventId is "" ? "event_id is empty" :
        IsTooLong(e.EventId) ? $"event_id is longer than {LongestId} bytes" :
        IsTooLong(e.Uuid) ? $"uuid is longer than {LongestId} bytes" :
        e.Properties is { ValueKind: not JsonValueKind.Object } ? "properties is not an object" :
        null;

    private static bool IsTooLong(string? id) => id is not null && Encoding.UTF8.GetByteCount(id) > LongestId;

    [GeneratedRegex("^[a-z0-9_]{1,64}\\z")]
    private static partial Regex Name();
}
