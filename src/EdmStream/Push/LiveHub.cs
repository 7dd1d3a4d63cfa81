using System.Runtime.CompilerServices;
using EdmContracts;
using EdmKafka;
using EdmStream.Pipeline;
using Microsoft.AspNetCore.SignalR;

namespace EdmStream.Push;

/// <summary>The hub at <c>/live</c>. A dashboard pulls a stream: each gets frames at its own pace.</summary>
internal sealed class LiveHub(FrameStream frames, EventLog log, RecordLookup records, PipelineFeed pipeline) : Hub
{
    /// <summary>All of a moment first, then what changed whenever something did, at least once a second.</summary>
    /// <exception cref="HubException">The request has a mistake, which the message names.</exception>
    public async IAsyncEnumerable<FrameMessage> Frames(FrameRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Mistake is { } mistake) throw new HubException(mistake);
        var filter = request.Filter;
        using var watching = log.Watch(filter)
            ?? throw new HubException("Too many different filters are looked through at the moment: try again later, or without one.");
        await foreach (var frame in frames.ReadAsync(request.Window, filter, request.After ?? 0, cancellationToken)) yield return frame;
    }

    /// <summary>The way of the events: a whole view at once, and then one a second.</summary>
    public IAsyncEnumerable<PipelineView> Pipeline(CancellationToken cancellationToken) => pipeline.ReadAsync(cancellationToken);

    /// <summary>The record that a row of the log is about; null when the log does not hold it any more.</summary>
    /// <exception cref="HubException">There is no such place.</exception>
    public Task<FoundRecord?> Record(string topic, int partition, long offset) =>
        Topics.Input.Contains(topic) && partition >= 0 && offset >= 0
            ? records.FindAsync(new LogPartition(topic, partition), offset, Context.ConnectionAborted)
            : throw new HubException($"topic must be one of {string.Join(", ", Topics.Input)}; partition and offset are numbers from 0.");
}
