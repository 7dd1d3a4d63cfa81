using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture;

/// <summary>
/// <c>POST /events</c>. A bad event never sinks its batch: it is listed as rejected, and the answer stands for the
/// others.
/// </summary>
internal static class EventsEndpoint
{
    public static async Task<Results<Ok<EventsAnswer>, ProblemHttpResult>> PostAsync(HttpContext context, Reception reception)
    {
        Reception.ReadBody? read = MediaTypes.Of(context.Request.ContentType) switch
        {
            MediaType.Json => JsonBody.Read,
            MediaType.JsonLines => JsonBody.ReadLines,
            _ => null,
        };
        if (read is null) return Refusals.WrongMediaType(context.Request.ContentType);
        var (answer, refusal) = await reception.TakeAsync(context, read);
        return refusal is not null ? refusal : TypedResults.Ok(answer);
    }
}
