using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// <c>POST /produceClickMessage</c> and <c>/producePageLoad</c> as the relay of 2018 had them: the record names its own
/// topic, and is stored with its own bytes first.
/// </summary>
internal static class LegacyEndpoint
{
    public static async Task<Results<Ok<LegacyAnswer>, ProblemHttpResult>> PostAsync(HttpContext context, Reception reception)
    {
        if (MediaTypes.Of(context.Request.ContentType) != MediaType.Json) return Refusals.WrongMediaType(context.Request.ContentType);
        var (_, refusal) = await reception.TakeAsync(context, JsonBody.ReadLegacy);
        return refusal is not null ? refusal : TypedResults.Ok(new LegacyAnswer("Success!"));
    }
}
