using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStream.Push;

/// <summary><c>GET /live/snapshot</c>: the same as a connection's first frame.</summary>
internal static class SnapshotEndpoint
{
    public static async Task<Results<Ok<LiveFrame>, ProblemHttpResult>> GetAsync(
        LiveFeed feed, CancellationToken cancellationToken, int window = FrameRequest.DefaultWindow)
    {
        if (new FrameRequest(window).Mistake is { } mistake)
            return TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest, title: "No such window");
        return TypedResults.Ok(FrameStream.First(await feed.NewerAsync(null, cancellationToken), window, LogFilter.All));
    }
}
