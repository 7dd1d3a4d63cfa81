using System.Text.Json;

namespace EdmShopper.Tell;

/// <summary>A record that must lie in the log, since the relay said so. All times are milliseconds since 1970.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Visitor">Whose it is; empty when the event does not say.</param>
/// <param name="Time">When it happened, by the relay's clock.</param>
/// <param name="LatestTime">The latest that this may be: the correction of a wrong clock takes in how long the request was on its way.</param>
/// <param name="Received">When it was received, at the earliest.</param>
/// <param name="LatestReceived">When it was received, at the latest.</param>
/// <param name="IsBot">Whether a crawler sent it.</param>
/// <param name="Properties">The event's properties.</param>
public sealed record LogEntry(
    string Id, string Type, string Visitor, long Time, long LatestTime, long Received, long LatestReceived, bool IsBot, JsonElement Properties)
{
    /// <summary>The record's verdict: it depends on the records before it.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The five seconds that it happened in.</summary>
    public long Bucket => Buckets.Of(Time);

    public string? Text(string property) =>
        Properties.ValueKind == JsonValueKind.Object && Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
