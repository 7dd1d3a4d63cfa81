using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EdmStream.Push;
using Microsoft.AspNetCore.SignalR;

namespace EdmStream.Tests.Push;

/// <summary>Counts, on the node's side, the frames that each connection's stream gave away: one that cannot be written is the last.</summary>
internal sealed class StreamProgress : IHubFilter
{
    private readonly ConcurrentDictionary<string, int> _given = [];

    /// <param name="name">What the connection's address calls it.</param>
    public int Of(string name) => _given.GetValueOrDefault(name);

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        string? name = invocationContext.Context.GetHttpContext()!.Request.Query["name"];
        return await next(invocationContext) is IAsyncEnumerable<FrameMessage> frames ? CountAsync(name!, frames, CancellationToken.None) : null;
    }

    private async IAsyncEnumerable<FrameMessage> CountAsync(
        string name, IAsyncEnumerable<FrameMessage> frames, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var frame in frames.WithCancellation(cancellationToken))
        {
            _given.AddOrUpdate(name, 1, (_, given) => given + 1);
            yield return frame;
        }
    }
}
