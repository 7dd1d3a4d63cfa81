using EdmKafka;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// The relay's promise: a 2xx stands for every record of the request, so one that was not confirmed makes the whole
/// request unconfirmed. <c>"tried": false</c> is said only when it is certain that no broker has any of it.
/// </summary>
internal static class Confirmation
{
    /// <returns>The 503 to answer with; null when every record was either written or can never be.</returns>
    public static ProblemHttpResult? Refuse(IReadOnlyList<Delivery> deliveries, HttpResponse response)
    {
        if (!deliveries.Any(d => d.Outcome is WriteOutcome.NotWritten or WriteOutcome.Unknown)) return null;
        return Refusals.NotConfirmed(response, tried: deliveries.Any(d => d.Outcome is WriteOutcome.Written or WriteOutcome.Unknown));
    }
}
