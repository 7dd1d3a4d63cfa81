using EdmHosting;
using EdmStats.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStats.Query;

/// <summary><c>GET /api/history/series</c>.</summary>
internal static class SeriesEndpoint
{
    public static async Task<Results<Ok<SeriesAnswer>, FileContentHttpResult, ValidationProblem>> GetAsync(
        [AsParameters] SeriesRequest request, HistoryDatabase database, QueryLimits limits, CancellationToken cancellationToken)
    {
        var mistakes = new QueryMistakes();
        var metric = mistakes.Choose<SeriesMetric>("metric", request.Metric);
        var by = mistakes.Choose<SeriesStep>("by", request.By);
        var format = mistakes.Choose<AnswerFormat>("format", request.Format, AnswerFormat.Json);
        var range = HistoryRange.Read(request.From, request.To, request.Zone, limits, mistakes);
        var buckets = range is null || mistakes.Any ? null : Cut(range, metric, by, limits, mistakes);
        if (range is null || buckets is null || mistakes.Any) return mistakes.Problem();

        await using var history = await HistorySnapshot.TakeAsync(database, cancellationToken);
        var series = await SeriesQuery.AnswerAsync(history, metric, buckets);
        if (format == AnswerFormat.Csv) return Csv(metric, by, range, buckets, series);
        return TypedResults.Ok(new SeriesAnswer(
            QueryMistakes.Word(metric), QueryMistakes.Word(by), range.Clock.Name, range.From, range.To, buckets.At, series,
            metric == SeriesMetric.Visitors ? VisitorSketch.StandardError : null, await Counted.ToAsync(history)));
    }

    private static SeriesBuckets? Cut(HistoryRange range, SeriesMetric metric, SeriesStep by, QueryLimits limits, QueryMistakes mistakes)
    {
        if (by == SeriesStep.Minute && metric == SeriesMetric.Visitors)
            mistakes.Add("by", "hour or day: visitors are kept by the quarter of an hour.");
        else if (by == SeriesStep.Minute && range.From < limits.MinutesFrom)
            mistakes.Add("by", $"hour or day: single minutes are kept for {limits.MinutesKept}.");
        var buckets = SeriesBuckets.Of(range, by);
        if (buckets is null) mistakes.Add("by", $"So coarse that the range has no more than {QueryLimits.Points} points.");
        return buckets;
    }

    private static FileContentHttpResult Csv(
        SeriesMetric metric, SeriesStep by, HistoryRange range, SeriesBuckets buckets, IReadOnlyList<SeriesValues> series) =>
        CsvAnswer.Of(
            range.FileOf($"{QueryMistakes.Word(metric)}-by-{QueryMistakes.Word(by)}"),
            ["at", .. series.Select(s => s.Currency ?? QueryMistakes.Word(metric))],
            buckets.At.Select((at, i) => (object?[])[CsvAnswer.Time(at), .. series.Select(s => (object?)s.Values[i])]));
}
