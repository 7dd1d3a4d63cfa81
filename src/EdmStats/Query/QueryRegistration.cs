using EdmHosting.Access;

namespace EdmStats.Query;

/// <summary>Registers the questions that history answers.</summary>
public static class QueryRegistration
{
    public static void AddQuery(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QueryLimits>();
    }

    public static void MapQuery(this WebApplication app)
    {
        var api = app.MapGroup("/api").ForViewers().WithTags("History").AddEndpointFilter<HistoryReady>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/clickCount", ClickEndpoints.CountAsync)
            .WithSummary("Clicks by button over all of history, the most clicked first; as in 2018.");
        api.MapGet("/clickHistory", ClickEndpoints.HistoryAsync)
            .WithSummary("Clicks by day of UTC over all of history; as in 2018.");
        api.MapGet("/history/series", SeriesEndpoint.GetAsync)
            .WithSummary("A figure over time, by minute, hour or day of a time zone.");
        api.MapGet("/history/top", TopEndpoint.GetAsync)
            .WithSummary("The buttons, products, sources or devices that come first in a range. An item of a kind other than product is its key and its count.");
        api.MapGet("/history/totals", TotalsEndpoint.GetAsync)
            .WithSummary("All figures of a range.");
    }
}
