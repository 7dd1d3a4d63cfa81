using System.Text;
using System.Text.Json;

namespace EdmShopper.Verify;

/// <summary>Compares a record with the event as it was sent.</summary>
internal static class RecordCheck
{
    /// <summary>How far a corrected time may be off: the way to the relay, and both clocks.</summary>
    private const double CorrectionTolerance = 10_000;

    // The relay writes these; a sender's own are not kept.
    private static readonly HashSet<string> NotAsSent =
        ["topic", "bot", "received_timestamp", "client_timestamp", "sent_timestamp", "event_timestamp", "properties"];

    /// <returns>What does not hold, each with how it is instead.</returns>
    public static IEnumerable<(Check Check, string Seen)> Compare(JsonElement sent, Expected expected, JsonElement record, TopicRecord place)
    {
        var type = Text(sent, "type");
        if (InputTopics.Of(type) != place.Topic) yield return (Check.Topic, $"type {type}");

        var key = Text(sent, "uuid") is { Length: > 0 } visitor ? visitor : Text(sent, "event_id");
        if (Encoding.UTF8.GetString(place.Key) != key) yield return (Check.Key, $"key '{Encoding.UTF8.GetString(place.Key)}' where '{key}' was sent");
        if (Text(record, "topic") != place.Topic) yield return (Check.TopicField, $"topic is {Raw(record, "topic")}");
        foreach (var field in sent.EnumerateObject())
            if (!NotAsSent.Contains(field.Name) && !Same(sent, record, field.Name)) yield return (Check.Fields, Both(sent, record, field.Name));
        if (!Same(sent, record, "properties")) yield return (Check.Properties, Both(sent, record, "properties"));

        var received = Number(record, "received_timestamp");
        if (received != place.Timestamp) yield return (Check.Received, $"{Raw(record, "received_timestamp")} where the record has {place.Timestamp}");
        if (WrongTime(sent, expected, record, place.Timestamp) is { } wrong) yield return (Check.Happened, wrong);

        var marked = Text(record, "bot") is { Length: > 0 };
        if (expected.Manner != Manner.Recorded && marked != (expected.Manner == Manner.Bot))
            yield return (Check.Bot, marked ? $"marked {Raw(record, "bot")}" : "a crawler without a mark");
        if (place.ContentType != "application/json") yield return (Check.ContentType, $"content-type is {place.ContentType ?? "not there once"}");
    }

    private static string? WrongTime(JsonElement sent, Expected expected, JsonElement record, long received)
    {
        var (own, kept) = (Number(sent, "event_timestamp"), Number(record, "event_timestamp"));
        if (kept is null) return "event_timestamp is not there";
        if (kept > received) return $"event_timestamp {kept} is later than {received}, when it was received";
        if (expected.Manner != Manner.Skewed)
        {
            var right = own is null || own > received ? received : own;
            return
                kept != right ? $"event_timestamp {kept} where {right} is right" :
                Number(record, "client_timestamp") is { } unwanted ? $"client_timestamp {unwanted} where the sender's clock was right" :
                null;
        }

        return
            Math.Abs((kept - (own - expected.Skew)) ?? double.MaxValue) > CorrectionTolerance ? $"event_timestamp {kept} where about {own - expected.Skew} is right" :
            Number(record, "client_timestamp") != own ? $"client_timestamp is {Raw(record, "client_timestamp")} where {own} was sent" :
            null;
    }

    private static bool Same(JsonElement sent, JsonElement record, string name)
    {
        var (inSent, inRecord) = (sent.TryGetProperty(name, out var a), record.TryGetProperty(name, out var b));
        return inSent == inRecord && (!inSent || JsonElement.DeepEquals(a, b));
    }

    private static string Both(JsonElement sent, JsonElement record, string name) => $"{name} is {Raw(record, name)} where {Raw(sent, name)} was sent";

    private static string Raw(JsonElement json, string name)
    {
        var text = json.TryGetProperty(name, out var value) ? value.GetRawText() : "not there";
        return text.Length <= 200 ? text : text[..200] + "…";
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;
}
