using EdmContracts;
using EdmKafka;

namespace EdmStream.Pipeline;

/// <summary>Reads the newest records of <c>edm-rejected</c>, again only when there are others.</summary>
internal sealed class RejectedQuestion(TimeProvider time, ILogger log)
{
    /// <summary>As many as a screen shows.</summary>
    private const int Shown = 7, LongestText = 200;

    private static readonly LogPartition Place = new(Topics.Rejected, 0);

    private readonly Question<Found> _newest = new($"the newest records of {Topics.Rejected}", PipelineFeed.Beat, time, log);

    /// <param name="facts">Who is asked.</param>
    /// <param name="bounds">What the logs hold, where that is known.</param>
    public Task AskAsync(IClusterFacts facts, IReadOnlyDictionary<LogPartition, LogBounds>? bounds)
    {
        if (bounds?.GetValueOrDefault(Place) is not { Start: { } start, End: { } end } || _newest.Answer?.Bounds == (start, end)) return Task.CompletedTask;
        return _newest.AskAsync(async () =>
        {
            var read = await facts.ReadAsync(Place, Math.Max(start, end - Shown), end);
            return new Found((start, end), [.. read.Select(record => RejectedRow.Of(record, LongestText)).Reverse()]);
        });
    }

    public RejectedView View(IReadOnlyDictionary<LogPartition, LogBounds>? bounds)
    {
        var (start, end) = bounds?.GetValueOrDefault(Place) ?? default;
        return new RejectedView(end - start, _newest.Answer?.Rows ?? []);
    }

    private sealed record Found((long Start, long End) Bounds, IReadOnlyList<RejectedRow> Rows);
}
