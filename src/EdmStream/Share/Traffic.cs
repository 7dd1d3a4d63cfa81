namespace EdmStream.Share;

/// <summary>Events a step, oldest first; the last step is not over.</summary>
/// <param name="From">The start of the first step: milliseconds since 1970.</param>
/// <param name="Step">A step's length in milliseconds.</param>
/// <param name="Pageloads">Page loads a step.</param>
/// <param name="Clicks">Clicks a step.</param>
/// <param name="Commerce">Commerce events a step.</param>
/// <param name="Orders">Orders a step.</param>
/// <param name="Before">The same of the window before.</param>
public sealed record Traffic(
    long From, int Step, IReadOnlyList<int> Pageloads, IReadOnlyList<int> Clicks, IReadOnlyList<int> Commerce, IReadOnlyList<int> Orders,
    TrafficBefore Before);
