namespace EdmStream.Share;

/// <param name="VisitorsNow">Distinct visitors of the last five minutes, whatever the window.</param>
/// <param name="Pageloads">Page loads in the window.</param>
/// <param name="Clicks">Clicks in the window.</param>
/// <param name="Commerce">Commerce events in the window.</param>
public sealed record Figures(Distinct VisitorsNow, Counted Pageloads, Counted Clicks, Counted Commerce);
