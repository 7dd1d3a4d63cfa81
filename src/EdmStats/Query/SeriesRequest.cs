using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace EdmStats.Query;

/// <summary>What <c>GET /api/history/series</c> is asked. All as it was written, so that every mistake is told at once.</summary>
internal sealed record SeriesRequest(
    [property: FromQuery(Name = "metric"), Description("pageloads, clicks, visitors, orders or revenue")] string? Metric,
    [property: FromQuery(Name = "from"), Description("A date (midnight in the zone) or a date and time with its offset")] string? From,
    [property: FromQuery(Name = "to"), Description("Like from; the first moment that does not belong to the range")] string? To,
    [property: FromQuery(Name = "by"), Description("minute, hour or day, by the clocks of the zone")] string? By,
    [property: FromQuery(Name = "zone"), Description("An IANA time zone; UTC when it is not said")] string? Zone,
    [property: FromQuery(Name = "format"), Description("json or csv; json when it is not said")] string? Format);
