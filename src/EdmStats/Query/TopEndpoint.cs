using System.Globalization;
using EdmHosting;
using EdmStats.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EdmStats.Query;

/// <summary><c>GET /api/history/top</c>.</summary>
internal static class TopEndpoint
{
    private const string OfProducts = "Only with kind=product.";

    public static async Task<Results<Ok<TopAnswer>, Ok<ProductsAnswer>, FileContentHttpResult, ValidationProblem>> GetAsync(
        [AsParameters] TopRequest request, HistoryDatabase database, QueryLimits limits, CancellationToken cancellationToken)
    {
        var mistakes = new QueryMistakes();
        var kind = mistakes.Choose<TopKind>("kind", request.Kind);
        var sort = mistakes.Choose<ProductSort>("sort", request.Sort, ProductSort.Revenue);
        var currency = Currency(request.Currency, mistakes);
        if (kind != TopKind.Product && !string.IsNullOrWhiteSpace(request.Sort)) mistakes.Add("sort", OfProducts);
        if (kind != TopKind.Product && !string.IsNullOrWhiteSpace(request.Currency)) mistakes.Add("currency", OfProducts);
        var limit = Limit(request.Limit, mistakes);
        var format = mistakes.Choose<AnswerFormat>("format", request.Format, AnswerFormat.Json);
        var range = HistoryRange.Read(request.From, request.To, request.Zone, limits, mistakes);
        if (range is null || mistakes.Any) return mistakes.Problem();

        var pieces = StepPiece.Covering(range.Edges, limits.DaysFrom);
        await using var history = await HistorySnapshot.TakeAsync(database, cancellationToken);
        if (kind != TopKind.Product)
        {
            var keys = await TopQuery.KeysAsync(history, kind, pieces, limit);
            if (format == AnswerFormat.Csv)
                return CsvAnswer.Of(Name(kind, range), ["key", "count"], keys.Select(k => (object?[])[k.Key, k.Count]));
            return TypedResults.Ok(new TopAnswer(
                QueryMistakes.Word(kind), range.Clock.Name, range.From, range.To, keys, await Counted.ToAsync(history)));
        }

        currency ??= await TopQuery.CurrencyAsync(history, pieces);
        var products = await TopQuery.ProductsAsync(history, sort, currency, pieces, limit);
        if (format == AnswerFormat.Csv)
        {
            return CsvAnswer.Of(
                Name(kind, range), ["key", "name", "views", "adds", "orders", "revenue", "currency"],
                products.Select(p => (object?[])[p.Key, p.Name, p.Views, p.Adds, p.Orders, p.Revenue, currency]));
        }

        return TypedResults.Ok(new ProductsAnswer(
            QueryMistakes.Word(kind), range.Clock.Name, range.From, range.To, QueryMistakes.Word(sort), currency, products,
            await Counted.ToAsync(history)));
    }

    private static string Name(TopKind kind, HistoryRange range) => range.FileOf($"top-{QueryMistakes.Word(kind)}s");

    private static string? Currency(string? text, QueryMistakes mistakes)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length == 3 && text.All(char.IsAsciiLetter)) return text.ToUpperInvariant();
        mistakes.Add("currency", "Three letters, such as EUR; the one with the most orders when it is not said.");
        return null;
    }

    private static int Limit(string? text, QueryMistakes mistakes)
    {
        if (string.IsNullOrWhiteSpace(text)) return QueryLimits.DefaultItems;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= QueryLimits.Items) return limit;
        mistakes.Add("limit", $"1 to {QueryLimits.Items}; {QueryLimits.DefaultItems} when it is not said.");
        return 0;
    }
}
