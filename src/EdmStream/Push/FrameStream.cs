using System.Runtime.CompilerServices;

namespace EdmStream.Push;

/// <summary>
/// The frames of one connection: the newest moment each time the connection is ready for one, at most four a second,
/// and of the event log what this connection has not had.
/// </summary>
internal sealed class FrameStream(LiveFeed feed, TimeProvider time)
{
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <param name="window">The window in minutes.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<LiveFrame> ReadAsync(int window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Moment? last = null;
        while (true)
        {
            var moment = await feed.NewerAsync(last, cancellationToken);
            yield return Frame(moment, last, window);
            last = moment;
            await Task.Delay(Beat, time, cancellationToken);
        }
    }

    private static LiveFrame Frame(Moment moment, Moment? last, int window)
    {
        // A first frame brings the rows at hand; a later one counts what it leaves out.
        var fresh = last is null ? moment.Rows.Count : moment.RowsSeen - last.RowsSeen;
        var rows = moment.Rows.Take((int)Math.Min(fresh, EventLog.RowsAMoment)).ToList();
        var (figures, revenue, traffic, funnel, products, lists) = moment.Windows[window];
        return new LiveFrame(
            moment.Sequence, moment.At, moment.State, moment.CountedTo, moment.SilentSince, moment.Rebuild,
            window, figures, revenue, traffic, funnel, products, lists,
            rows, last is null ? 0 : fresh - rows.Count, moment.Partitions);
    }
}
