using System.Text.Json;
using System.Text.Json.Serialization;

namespace ObviousRelay;

/// <summary>An event as it is bound from a body, and as it is written to Kafka.</summary>
internal sealed record ClickstreamEvent
{
    public string? Topic { get; set; }

    public string? EventId { get; set; }

    public string? Type { get; set; }

    public string? Uuid { get; set; }

    public string? SessionId { get; set; }

    public long? EventTimestamp { get; set; }

    public long? ReceivedTimestamp { get; set; }

    public JsonElement? Properties { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
