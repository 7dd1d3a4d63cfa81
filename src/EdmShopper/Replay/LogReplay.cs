using EdmShopper.Book;
using EdmShopper.Send;

namespace EdmShopper.Replay;

/// <summary>Hands a log's events to the sender when they are due, and keeps count of the lines that are none.</summary>
internal sealed class LogReplay(EventSender sender, BookWriter book, EventTimes times)
{
    /// <summary>How many events may be waiting and on their way: a log is read no faster than it is sent.</summary>
    private const int MostUnsettled = 20_000;

    private const int MostNamed = 10;

    private readonly List<LogLine> _badLines = [];
    private long _bad;

    /// <summary>How many lines are no event.</summary>
    public long Bad => Interlocked.Read(ref _bad);

    /// <summary>The first ten of them.</summary>
    public IReadOnlyList<LogLine> BadLines => _badLines;

    /// <summary>Ends when every event was handed over; they may still be on their way.</summary>
    public async Task RunAsync(IClickLog log, CancellationToken stop)
    {
        foreach (var line in log.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (line.Event is not { } recorded)
            {
                AddBad(line);
            }
            else if (recorded.Json.Length > BodyShape.Bulk.MostBytes)
            {
                AddBad(LogLine.Bad(line.Number, $"longer than {BodyShape.Bulk.MostBytes / 1024} KiB"));
            }
            else
            {
                await WhenDueAsync(recorded.Time, stop);
                var due = times.DueOf(recorded.Time);
                book.Write(new PlanLine(recorded.Id, due, PlanKind.Recorded, recorded.Json));
                sender.Add(new OutgoingEvent(recorded.Id, recorded.Visitor, recorded.Json, due));
                await sender.RoomAsync(MostUnsettled, stop);
            }
        }
    }

    private Task WhenDueAsync(long recorded, CancellationToken stop)
    {
        var wait = times.WhenDueAsync(recorded, stop);

        // A long gap: nobody else hands the answers so far to the file.
        if (!wait.IsCompleted) book.Flush();
        return wait;
    }

    private void AddBad(LogLine line)
    {
        if (_badLines.Count < MostNamed) _badLines.Add(line);
        Interlocked.Increment(ref _bad);
    }
}
