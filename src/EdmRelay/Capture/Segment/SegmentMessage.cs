using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdmContracts;

namespace EdmRelay.Capture.Segment;

/// <summary>
/// One message of Segment's HTTP tracking API, read for what an event of ours has to say. A message is no hot path: it is
/// read into a document.
/// </summary>
/// <param name="root">The message, an object.</param>
/// <param name="call">The call that it came by; null in a batch, where it says so itself.</param>
internal readonly partial struct SegmentMessage(JsonElement root, string? call)
{
    public string? Call => call ?? TextOf(root, "type");

    public string? EventName => TextOf(root, "event");

    public string? MessageId => IdOf(root, "messageId");

    /// <summary>The visitor: as far as Segment knows, the browser's, else the user.</summary>
    public string? Visitor => IdOf(root, "anonymousId") ?? UserId;

    public string? UserId => IdOf(root, "userId");

    /// <summary>What page and screen are called, group and alias belong to.</summary>
    public string? Name => TextOf(root, "name");

    public string? GroupId => IdOf(root, "groupId");

    public string? PreviousId => IdOf(root, "previousId");

    public JsonElement? Context => ObjectOf(root, "context");

    public JsonElement? Page => Context is { } context ? ObjectOf(context, "page") : null;

    public string? UserAgent => Context is { } context ? TextOf(context, "userAgent") : null;

    /// <summary>The properties, or the traits where the call has those; false where it is something else than an object.</summary>
    public bool TryProperties(out JsonElement? properties)
    {
        var name = Call is "identify" or "group" or "alias" ? "traits" : "properties";
        properties = ObjectOf(root, name);
        return properties is not null || !root.TryGetProperty(name, out var other) || other.ValueKind == JsonValueKind.Null;
    }

    /// <summary>When it happened by the sender's clock; false where it says so in no way that can be read.</summary>
    /// <param name="happened">Milliseconds since 1970; null where it does not say.</param>
    public bool TryHappened(out long? happened)
    {
        happened = null;
        foreach (var name in new[] { "timestamp", "originalTimestamp" })
        {
            if (!root.TryGetProperty(name, out var time) || time.ValueKind == JsonValueKind.Null) continue;
            happened = TimeOf(time);
            return happened is not null;
        }

        return true;
    }

    public long? Sent => root.TryGetProperty("sentAt", out var sent) ? TimeOf(sent) : null;

    /// <summary>A time as Segment writes it: ISO 8601, UTC where it names no zone; or milliseconds since 1970.</summary>
    public static long? TimeOf(JsonElement time) => time.ValueKind switch
    {
        JsonValueKind.Number when time.TryGetDouble(out var milliseconds) => Within(milliseconds),
        JsonValueKind.String => TimeOf(time.GetString()!),
        _ => null,
    };

    public static long? TimeOf(string text) =>
        FullDate().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Within(time.ToUnixTimeMilliseconds())
            : null;

    /// <summary>The time, where an event may have it.</summary>
    public static long? Within(double milliseconds) => milliseconds is >= 0 and <= RecordFields.LatestTime ? (long)milliseconds : null;

    private static string? TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text, or a number for its digits: shops number their customers.</summary>
    private static string? IdOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : TextOf(of, name);

    private static JsonElement? ObjectOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    // The parser alone would take 10:30 for a time of today, and 12/11 for one in December.
    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T|$)")]
    private static partial Regex FullDate();
}
