using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmHosting.Access;

/// <summary>What those are told who are not let in, and what they can do about it.</summary>
public static class GateAnswers
{
    public static ProblemHttpResult Unknown() => TypedResults.Problem(
        "Sign in at /login of the shop's dashboard, or send the viewer key as 'Authorization: Bearer …'.",
        statusCode: StatusCodes.Status401Unauthorized, title: "For viewers alone");

    /// <summary>Says how long to wait, and why.</summary>
    public static string Later(HttpResponse response)
    {
        response.Headers.RetryAfter = ((int)ViewerGate.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return "Ten wrong keys came from this address within a minute. Wait for one, then try again.";
    }

    public static ProblemHttpResult TooMany(HttpResponse response) => TypedResults.Problem(
        Later(response), statusCode: StatusCodes.Status429TooManyRequests, title: "Too many tries");

    public static ProblemHttpResult ForeignOrigin(HttpRequest request) => TypedResults.Problem(
        $"Pages of {request.Headers.Origin} may not ask: only this host's own may.",
        statusCode: StatusCodes.Status403Forbidden, title: "Origin not allowed");
}
