using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStream.Push;

/// <summary><c>GET /live/snapshot</c>: the same as a connection's first frame.</summary>
internal static class SnapshotEndpoint
{
    public static async Task<Results<Ok<LiveFrame>, ProblemHttpResult>> GetAsync(
        FrameStream frames, CancellationToken cancellationToken, int window = FrameRequest.DefaultWindow)
    {
        if (new FrameRequest(window).Mistake is { } mistake)
            return TypedResults.Problem(mistake, statusCode: StatusCodes.Status400BadRequest, title: "No such window");
        await using var frame = frames.ReadAsync(window, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await frame.MoveNextAsync();
        return TypedResults.Ok(frame.Current);
    }
}
