using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace EdmStats.Query;

/// <summary>What <c>GET /api/history/totals</c> is asked. All as it was written, so that every mistake is told at once.</summary>
internal sealed record TotalsRequest(
    [property: FromQuery(Name = "from"), Description("A date (midnight in the zone) or a date and time with its offset")] string? From,
    [property: FromQuery(Name = "to"), Description("Like from; the first moment that does not belong to the range")] string? To,
    [property: FromQuery(Name = "zone"), Description("An IANA time zone; UTC when it is not said")] string? Zone,
    [property: FromQuery(Name = "format"), Description("json or csv; json when it is not said")] string? Format);

/// <summary>The figures of a range.</summary>
/// <param name="Zone">As it was asked for.</param>
/// <param name="From">The range's beginning.</param>
/// <param name="To">The range's end, which does not belong to it.</param>
/// <param name="Pageloads">Page loads.</param>
/// <param name="Clicks">Clicks.</param>
/// <param name="Visitors">Distinct visitors, estimated; of every quarter of an hour that the range touches.</param>
/// <param name="Buyers">Distinct visitors with an order, estimated likewise.</param>
/// <param name="Error">The standard error of the two, as a part of them.</param>
/// <param name="Views">Products looked at.</param>
/// <param name="Adds">Products put into a cart.</param>
/// <param name="Orders">Orders, of every currency and of none.</param>
/// <param name="Revenue">What came in, by currency; the one with the most orders first.</param>
/// <param name="Since">The first minute that history holds; null when it holds none.</param>
/// <param name="CountedTo">All events received before are counted; null when none was ever read.</param>
internal sealed record TotalsAnswer(
    string Zone, DateTimeOffset From, DateTimeOffset To, long Pageloads, long Clicks, long Visitors, long Buyers, double Error,
    long Views, long Adds, long Orders, IReadOnlyList<CurrencyTotal> Revenue, DateTime? Since, DateTime? CountedTo);

internal sealed record CurrencyTotal(string Currency, decimal Amount, long Orders);
