using System.ComponentModel;

namespace EdmStats.Query;

/// <summary>What <c>GET /api/history/series</c> is asked. All as it was written, so that every mistake is told at once.</summary>
internal sealed record SeriesRequest(
    [property: Description("pageloads, clicks, visitors, orders or revenue")] string? Metric,
    [property: Description("A date (midnight in the zone) or a date and time with its offset")] string? From,
    [property: Description("Like from; the first moment that does not belong to the range")] string? To,
    [property: Description("minute, hour or day, by the clocks of the zone")] string? By,
    [property: Description("An IANA time zone; UTC when it is not said")] string? Zone,
    [property: Description("json or csv; json when it is not said")] string? Format);
