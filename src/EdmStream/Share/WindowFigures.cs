namespace EdmStream.Share;

/// <summary>What a window of so many minutes shows, over all partitions. Immutable: any thread may read it.</summary>
/// <param name="Figures">The figures of the tiles.</param>
/// <param name="Traffic">Events by time.</param>
/// <param name="Buttons">The ten most clicked, most clicks first.</param>
public sealed record WindowFigures(Figures Figures, Traffic Traffic, IReadOnlyList<KeyCount> Buttons);
