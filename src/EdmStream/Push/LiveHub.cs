using Microsoft.AspNetCore.SignalR;

namespace EdmStream.Push;

/// <summary>The hub at <c>/live</c>. A dashboard pulls a stream: each gets frames at its own pace.</summary>
internal sealed class LiveHub(FrameStream frames) : Hub
{
    /// <summary>The snapshot first, then a frame whenever something changed, at least one a second.</summary>
    public IAsyncEnumerable<LiveFrame> Frames(FrameRequest request, CancellationToken cancellationToken) =>
        request.Mistake is { } mistake ? throw new HubException(mistake) : frames.ReadAsync(request.Window, cancellationToken);
}
