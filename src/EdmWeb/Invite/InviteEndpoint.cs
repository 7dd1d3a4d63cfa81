using EdmHosting;
using EdmHosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmWeb.Invite;

/// <summary><c>POST /demo/shoppers</c>.</summary>
internal static class InviteEndpoint
{
    public static Results<Accepted<Invited>, ProblemHttpResult> Post(HttpRequest request, DemoParty party, RelayAddress relay)
    {
        if (OwnOrigin.IsForeign(request)) return GateAnswers.ForeignOrigin(request);
        if (relay.Find() is not { } address)
            return Problem(StatusCodes.Status503ServiceUnavailable, "No relay", "The program has no plain http address of its own: set Web:Relay to the relay's.");
        return party.TryInvite(address, out var inside)
            ? TypedResults.Accepted((string?)null, inside)
            : Problem(StatusCodes.Status409Conflict, "Shoppers are in already", "Call again when they have left.", inside.Until);
    }

    private static ProblemHttpResult Problem(int status, string title, string detail, long? until = null) => TypedResults.Problem(
        detail, statusCode: status, title: title, extensions: until is null ? null : new Dictionary<string, object?> { ["until"] = until });
}
