using System.ComponentModel;

namespace EdmStats.Query;

/// <summary>What <c>GET /api/history/top</c> is asked. All as it was written, so that every mistake is told at once.</summary>
internal sealed record TopRequest(
    [property: Description("button, product, source or device")] string? Kind,
    [property: Description("A date (midnight in the zone) or a date and time with its offset")] string? From,
    [property: Description("Like from; the first moment that does not belong to the range")] string? To,
    [property: Description("An IANA time zone; UTC when it is not said")] string? Zone,
    [property: Description("How many, 1 to 1000; 10 when it is not said")] string? Limit,
    [property: Description("Of products: revenue, orders, views or adds; revenue when it is not said")] string? Sort,
    [property: Description("Of products: whose revenue is shown; that with the most orders when it is not said")] string? Currency,
    [property: Description("json or csv; json when it is not said")] string? Format);
