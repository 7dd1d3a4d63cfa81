using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmRelay.Capture.Segment;

/// <summary>
/// Segment's HTTP tracking API: <c>/v1/track</c> and its sisters, <c>/v1/batch</c>, and the short paths that Segment's
/// browser SDK posts to.
/// </summary>
internal static class SegmentEndpoint
{
    /// <summary>The calls by their paths; a batch has none of its own.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Calls = new Dictionary<string, string?>
    {
        ["/v1/track"] = "track",
        ["/v1/page"] = "page",
        ["/v1/screen"] = "screen",
        ["/v1/identify"] = "identify",
        ["/v1/group"] = "group",
        ["/v1/alias"] = "alias",
        ["/v1/batch"] = null,
        ["/v1/t"] = "track",
        ["/v1/p"] = "page",
        ["/v1/s"] = "screen",
        ["/v1/i"] = "identify",
        ["/v1/g"] = "group",
        ["/v1/a"] = "alias",
        ["/v1/b"] = null,
    };

    public static Func<HttpContext, Reception, Task<Results<Ok<SegmentAnswer>, ProblemHttpResult>>> Of(string? call)
    {
        var read = SegmentBody.Of(call);
        return (context, reception) => PostAsync(context, reception, read);
    }

    private static async Task<Results<Ok<SegmentAnswer>, ProblemHttpResult>> PostAsync(HttpContext context, Reception reception, Reception.ReadBody read)
    {
        if (MediaTypes.Of(context.Request.ContentType) != MediaType.Json) return Refusals.WrongMediaType(context.Request.ContentType);
        var (answer, refusal) = await reception.TakeAsync(context, read);
        return refusal is not null ? refusal : TypedResults.Ok(new SegmentAnswer(true, answer!.Rejected.Count > 0 ? answer.Rejected : null));
    }
}
