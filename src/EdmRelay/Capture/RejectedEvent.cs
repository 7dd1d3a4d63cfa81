using System.Text.Json.Serialization;

namespace EdmRelay.Capture;

/// <param name="Index">The event's place in the body, from 0.</param>
/// <param name="EventId">Its id, where one could be read.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RejectedEvent(int Index, [property: JsonPropertyName("event_id")] string? EventId, string Reason);
