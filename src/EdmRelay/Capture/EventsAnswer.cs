using System.Text.Json.Serialization;

namespace EdmRelay.Capture;

/// <summary>The answer to a body of events: each event of it is either counted in <see cref="Accepted"/> or listed as rejected.</summary>
/// <param name="Accepted">How many events every in-sync replica has.</param>
/// <param name="Rejected">The others, with the reason why sending them again is of no use.</param>
/// <param name="At">Where each accepted event lies, in the body's order; only for bodies of up to 10 events.</param>
public sealed record EventsAnswer(
    int Accepted,
    IReadOnlyList<RejectedEvent> Rejected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Place>? At);
