using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdmContracts;

/// <summary>
/// One event of the clickstream as JSON, for those who make or show records one at a time. A superset of the record of
/// 2018: fields that a record does not have stay out of its JSON, and fields not named here are kept. Where records go
/// by in numbers, <see cref="RecordFields"/> reads them without making objects.
/// </summary>
public sealed record ClickstreamRecord
{
    /// <summary>The logical topic. Written by the relay; a sender leaves it out.</summary>
    public string? Topic { get; init; }

    /// <summary>Made by the sender (UUIDv7) and kept on every retry.</summary>
    [JsonPropertyName("event_id")]
    public string? EventId { get; init; }

    /// <summary><c>click</c>, <c>pageload</c>, or a commerce type such as <c>product_added</c>; 1 to 64 of a-z 0-9 _.</summary>
    public string? Type { get; init; }

    /// <summary>The visitor's id.</summary>
    public string? Uuid { get; init; }

    [JsonPropertyName("session_id")]
    public string? SessionId { get; init; }

    /// <summary>When it happened, by the sender's clock: milliseconds since 1970, UTC.</summary>
    [JsonPropertyName("event_timestamp")]
    public long? EventTimestamp { get; init; }

    /// <summary>When the relay received it: milliseconds since 1970, UTC. Written by the relay.</summary>
    [JsonPropertyName("received_timestamp")]
    public long? ReceivedTimestamp { get; init; }

    /// <summary>What belongs to the type, named as Segment v2 names it.</summary>
    public JsonElement? Properties { get; init; }

    // Not init: the serializer would have to give it to the constructor, and refuses to.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
