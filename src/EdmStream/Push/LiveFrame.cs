using EdmStream.Share;

namespace EdmStream.Push;

/// <summary>What a dashboard shows at one moment. Times are milliseconds since 1970.</summary>
/// <param name="Sequence">Grows with every frame of this node; a connection may miss some.</param>
/// <param name="At">The node's clock when the frame was made.</param>
/// <param name="State"><c>waiting</c> (no record ever counted), <c>rebuilding</c> (reading the log again) or <c>live</c>.</param>
/// <param name="CountedTo">All that was received up to this moment is counted; null before anything is known.</param>
/// <param name="SilentSince">Since when the brokers do not answer; null when they do.</param>
/// <param name="Rebuild">How far reading the log again has come; null when it is done.</param>
/// <param name="Window">The window's length in minutes.</param>
/// <param name="Figures">The tiles.</param>
/// <param name="Revenue">By currency.</param>
/// <param name="Traffic">The chart.</param>
/// <param name="Funnel">How far visitors came.</param>
/// <param name="Products">The products that brought most.</param>
/// <param name="Lists">What is counted by key.</param>
/// <param name="Partitions">The books.</param>
/// <param name="Position">How far <c>edm-live</c> is read: who connects anew names it, and is not told of an earlier moment.</param>
/// <param name="Events">What came since this connection's last frame, newest first, at most as many as a screen shows.</param>
/// <param name="Skipped">How many more came than are in <paramref name="Events"/>.</param>
public sealed record LiveFrame(
    long Sequence,
    long At,
    string State,
    long? CountedTo,
    long? SilentSince,
    Rebuild? Rebuild,
    int Window,
    Figures Figures,
    IReadOnlyList<CurrencyRevenue> Revenue,
    Traffic Traffic,
    Funnel Funnel,
    TopProducts Products,
    Lists Lists,
    IReadOnlyList<PartitionBooks> Partitions,
    long Position,
    IReadOnlyList<LogRow> Events,
    long Skipped) : FrameMessage(Events, Skipped)
{
    /// <summary>A window at a moment, without events.</summary>
    internal static LiveFrame Of(Moment moment, int window)
    {
        var (figures, revenue, traffic, funnel, products, lists) = moment.Windows[window];
        return new LiveFrame(
            moment.Sequence, moment.At, moment.State, moment.CountedTo, moment.SilentSince, moment.Rebuild, window,
            figures, revenue, traffic, funnel, products, lists, moment.Partitions, moment.Position, [], 0);
    }
}
