namespace EdmStream.Share;

/// <summary>Events a step in the window before, step for step.</summary>
public sealed record TrafficBefore(
    IReadOnlyList<int> Pageloads, IReadOnlyList<int> Clicks, IReadOnlyList<int> Commerce, IReadOnlyList<int> Orders);
