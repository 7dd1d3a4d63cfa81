namespace EdmStream.Share;

/// <summary>What a window of so many minutes shows, over all partitions. Immutable: any thread may read it.</summary>
/// <param name="Figures">The figures of the tiles.</param>
/// <param name="Revenue">By currency, the one with most orders first.</param>
/// <param name="Traffic">Events by time.</param>
/// <param name="Funnel">How far visitors came.</param>
/// <param name="Products">The products that brought most.</param>
/// <param name="Lists">What is counted by key.</param>
public sealed record WindowFigures(
    Figures Figures, IReadOnlyList<CurrencyRevenue> Revenue, Traffic Traffic, Funnel Funnel, TopProducts Products, Lists Lists);
