using System.Text.Json.Serialization;

namespace EdmRelay.Capture.Segment;

/// <param name="Success">As Segment's servers say it.</param>
/// <param name="Rejected">The messages that sending them again is of no use for; left out when there are none.</param>
public sealed record SegmentAnswer(
    bool Success,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RejectedEvent>? Rejected);
