namespace EdmStream.Share;

/// <param name="VisitorsNow">Distinct visitors of the last five minutes, whatever the window.</param>
/// <param name="Visitors">Distinct visitors of the window.</param>
/// <param name="Pageloads">Page loads in the window.</param>
/// <param name="Clicks">Clicks in the window.</param>
/// <param name="Commerce">Commerce events in the window.</param>
/// <param name="ActiveCarts">Visitors of the last ten minutes with something in the cart, whatever the window.</param>
/// <param name="Orders">Orders in the window, in whatever currency.</param>
/// <param name="Conversion">Distinct visitors with an order in the window over its distinct visitors, 0 to 1.</param>
public sealed record Figures(
    Distinct<int> VisitorsNow, Distinct<int> Visitors, Counted Pageloads, Counted Clicks, Counted Commerce, Distinct<int> ActiveCarts,
    Counted Orders, Distinct<decimal> Conversion);
