using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace EdmStats.Query;

/// <summary>What <c>GET /api/history/top</c> is asked. All as it was written, so that every mistake is told at once.</summary>
internal sealed record TopRequest(
    [property: FromQuery(Name = "kind"), Description("button, product, source or device")] string? Kind,
    [property: FromQuery(Name = "from"), Description("A date (midnight in the zone) or a date and time with its offset")] string? From,
    [property: FromQuery(Name = "to"), Description("Like from; the first moment that does not belong to the range")] string? To,
    [property: FromQuery(Name = "zone"), Description("An IANA time zone; UTC when it is not said")] string? Zone,
    [property: FromQuery(Name = "limit"), Description("How many, 1 to 1000; 10 when it is not said")] string? Limit,
    [property: FromQuery(Name = "sort"), Description("Of products: revenue, orders, views or adds; revenue when it is not said")] string? Sort,
    [property: FromQuery(Name = "currency"), Description("Of products: whose revenue is shown; that with the most orders when it is not said")] string? Currency,
    [property: FromQuery(Name = "format"), Description("json or csv; json when it is not said")] string? Format);
