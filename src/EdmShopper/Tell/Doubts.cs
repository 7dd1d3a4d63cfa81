using EdmShopper.Book;

namespace EdmShopper.Tell;

/// <summary>What a book cannot know.</summary>
internal static class Doubts
{
    // Windows, and what a cart is known by.
    private static readonly int[] Edges = [5, 10, 30, 60];

    public static IEnumerable<string> About(ShopperBook book, List<LogEntry> log, long moment)
    {
        var open = book.Events.Count(e => e.IsOpen);
        if (open > 0) yield return $"{Events(open)} never answered: each may be in the log or not, and count or not.";
        var atEdge = log.Count(e => e.Verdict == Verdict.Shown && Edges.Any(m => IsIn(e.Time, m) != IsIn(e.LatestTime, m)));
        if (atEdge > 0) yield return $"{Events(atEdge)} sent so near the edge of a window that the time on the way decides on which side.";
        var nearlyLate = log.Count(e => ExpectedLog.IsLate(e.Received, e.Time) != ExpectedLog.IsLate(e.LatestReceived, e.Time));
        if (nearlyLate > 0) yield return $"{Events(nearlyLate)} received so nearly an hour late that the time on the way decides the verdict.";

        bool IsIn(long time, int minutes) => Buckets.IsIn(Buckets.Of(time), moment, minutes);
    }

    private static string Events(int count) => count == 1 ? "1 event was" : $"{count} events were";
}
