using EdmHosting;
using EdmStats.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStats.Query;

/// <summary><c>GET /api/history/totals</c>.</summary>
internal static class TotalsEndpoint
{
    private static readonly string[] Kinds = [HistoryKind.PageLoad, HistoryKind.Click, HistoryKind.Viewed, HistoryKind.Added, HistoryKind.Order];

    public static async Task<Results<Ok<TotalsAnswer>, FileContentHttpResult, ValidationProblem>> GetAsync(
        [AsParameters] TotalsRequest request, HistoryDatabase database, QueryLimits limits, CancellationToken cancellationToken)
    {
        var mistakes = new QueryMistakes();
        var format = mistakes.Choose<AnswerFormat>("format", request.Format, AnswerFormat.Json);
        var range = HistoryRange.Read(request.From, request.To, request.Zone, limits, mistakes);
        if (range is null || mistakes.Any) return mistakes.Problem();

        await using var history = await HistorySnapshot.TakeAsync(database, cancellationToken);
        var answer = await AnswerAsync(history, range, limits);
        return format == AnswerFormat.Csv ? Csv(range, answer) : TypedResults.Ok(answer);
    }

    private static async Task<TotalsAnswer> AnswerAsync(HistorySnapshot history, HistoryRange range, QueryLimits limits)
    {
        var pieces = StepPiece.Covering(range.Edges, limits.DaysFrom);
        var rows = await history.ListAsync<CountRow>(CountSums.By("kind, currency", pieces, Kinds));
        var (_, visitors) = await VisitorCounts.CountAsync(history, HistoryWho.Visitor, range.Edges);
        var (_, buyers) = await VisitorCounts.CountAsync(history, HistoryWho.Buyer, range.Edges);
        long Events(string kind) => rows.Where(row => row.Kind == kind).Sum(row => row.Events);
        var revenue = SeriesQuery.Currencies(rows.Where(row => row.Kind == HistoryKind.Order))
            .Select(of => new CurrencyTotal(of.Key, SeriesQuery.Money(of), of.Sum(row => row.Events)));
        return new(
            range.Clock.Name, range.From, range.To, Events(HistoryKind.PageLoad), Events(HistoryKind.Click), (long)visitors, (long)buyers,
            VisitorSketch.StandardError, Events(HistoryKind.Viewed), Events(HistoryKind.Added), Events(HistoryKind.Order), [.. revenue],
            await Counted.SinceAsync(history), await Counted.ToAsync(history));
    }

    private static FileContentHttpResult Csv(HistoryRange range, TotalsAnswer answer) =>
        CsvAnswer.Of(range.FileOf("totals"), ["figure", "currency", "value"],
        [
            ["pageloads", null, answer.Pageloads],
            ["clicks", null, answer.Clicks],
            ["visitors", null, answer.Visitors],
            ["buyers", null, answer.Buyers],
            ["views", null, answer.Views],
            ["adds", null, answer.Adds],
            ["orders", null, answer.Orders],
            .. answer.Revenue.SelectMany(r => (object?[][])[["revenue", r.Currency, r.Amount], ["orders", r.Currency, r.Orders]]),
        ]);
}
