using System.Runtime.CompilerServices;

namespace EdmStream.Push;

/// <summary>
/// The frames of one connection: the newest moment each time the connection is ready for one, at most four a second. The
/// first brings all, the others what changed and what of the event log this connection has not had.
/// </summary>
internal sealed class FrameStream(LiveFeed feed, FrameDeltas deltas, TimeProvider time)
{
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    // For a node that has read the topic and is still not there: one that was made anew begins with lower offsets again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private int _screens;

    /// <summary>The connections that are told frames now.</summary>
    public int Screens => Volatile.Read(ref _screens);

    /// <param name="window">The window in minutes.</param>
    /// <param name="filter">What of the log is wanted; it is watched.</param>
    /// <param name="after">The position that the first frame has at least: what the dashboard was told by another node.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<FrameMessage> ReadAsync(
        int window, LogFilter filter, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _screens);
        try
        {
            var last = await FirstAsync(after, cancellationToken);
            yield return First(last, window, filter);
            feed.Followed.Handed(last);

            // Counted from moments and not from when they were sent: who came late to one, as everybody does to the first, would
            // stay as far behind the others that follow at the same pace.
            for (var beat = MadeAt(last); ; beat = Later(beat, MadeAt(last)))
            {
                beat += Beat;
                await Task.Delay(Until(beat), time, cancellationToken);
                var moment = await feed.NewerAsync(last, cancellationToken);
                yield return deltas.Of(last, moment, window, filter);

                // Whoever asks for more has taken the one before.
                feed.Followed.Handed(moment);
                last = moment;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _screens);
        }
    }

    /// <summary>All of a moment, with the rows at hand, also those that nobody looked for when they came.</summary>
    public static LiveFrame First(Moment moment, int window, LogFilter filter)
    {
        var rows = moment.Log(LogFilter.All).Rows.Where(row => filter.TakesKind(row.Topic) && filter.TakesText(row)).Take(LogWatch.RowsAtFirst);
        return LiveFrame.Of(moment, window) with { Events = [.. rows] };
    }

    private async Task<Moment> FirstAsync(long after, CancellationToken cancellationToken)
    {
        var moment = await feed.NewerAsync(null, cancellationToken);
        var read = time.GetTimestamp();
        while (moment.Position < after && time.GetElapsedTime(read) < Patience)
        {
            moment = await feed.NewerAsync(moment, cancellationToken);
            if (!moment.IsRead) read = time.GetTimestamp();
        }

        return moment;
    }

    private TimeSpan Until(DateTimeOffset beat)
    {
        var left = beat - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Beat ? Beat : left;
    }

    private static DateTimeOffset MadeAt(Moment moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment.At);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
