namespace EdmStream.Share;

/// <summary>What a window of so many minutes shows, over all partitions. Immutable: any thread may read it.</summary>
/// <param name="Figures">The figures of the tiles.</param>
/// <param name="Traffic">Events by time.</param>
/// <param name="Buttons">The ten most clicked, most clicks first.</param>
public sealed record WindowFigures(Figures Figures, Traffic Traffic, IReadOnlyList<KeyCount> Buttons);

/// <param name="VisitorsNow">Distinct visitors of the last five minutes, whatever the window.</param>
/// <param name="Pageloads">Page loads in the window.</param>
/// <param name="Clicks">Clicks in the window.</param>
/// <param name="Commerce">Commerce events in the window.</param>
public sealed record Figures(Distinct VisitorsNow, Counted Pageloads, Counted Clicks, Counted Commerce);

/// <summary>A figure that does not add up over time.</summary>
/// <param name="Value">As of now.</param>
/// <param name="Before">As of one window ago; null where nobody counted then.</param>
/// <param name="Series">As of the end of each step of the window; null where nobody counted.</param>
public sealed record Distinct(int Value, int? Before, IReadOnlyList<int?> Series);

/// <param name="Value">In the window.</param>
/// <param name="Before">In the window before it.</param>
public sealed record Counted(long Value, long Before);

/// <summary>Events a step, oldest first; the last step is not over.</summary>
/// <param name="From">The start of the first step: milliseconds since 1970.</param>
/// <param name="Step">A step's length in milliseconds.</param>
/// <param name="Pageloads">Page loads a step.</param>
/// <param name="Clicks">Clicks a step.</param>
/// <param name="Commerce">Commerce events a step.</param>
/// <param name="Before">The same of the window before.</param>
public sealed record Traffic(
    long From, int Step, IReadOnlyList<int> Pageloads, IReadOnlyList<int> Clicks, IReadOnlyList<int> Commerce, TrafficBefore Before);

public sealed record TrafficBefore(IReadOnlyList<int> Pageloads, IReadOnlyList<int> Clicks, IReadOnlyList<int> Commerce);

/// <param name="Key">What is counted.</param>
/// <param name="Count">How often.</param>
public sealed record KeyCount(string Key, int Count);
