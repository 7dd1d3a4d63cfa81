using System.Globalization;

namespace Drills.Tests.Stream;

/// <summary>What must hold of the frames that one dashboard was shown one after the other, from whichever node they came. Each check tells of the first violation, or nothing.</summary>
internal static class FrameChecks
{
    /// <summary>All checks: what each found.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<SeenFrame> frames) =>
        new[] { BooksGoBack(frames), BucketGoesBack(frames), BooksDoNotHold(frames) }.OfType<string>();

    /// <summary>No column of a partition's books is ever smaller than it was, and no partition is gone.</summary>
    public static string? BooksGoBack(IEnumerable<SeenFrame> frames)
    {
        SeenFrame? last = null;
        foreach (var frame in frames)
        {
            foreach (var (partition, books) in last?.Books ?? new Dictionary<(string, int), Dictionary<string, long>>())
            {
                if (!frame.Books.TryGetValue(partition, out var now)) return Violation(frame, last!, $"{partition} is not there any more");
                foreach (var (column, was) in books)
                    if (now[column] < was) return Violation(frame, last!, $"{partition}: {column} goes back from {was} to {now[column]}");
            }

            last = frame;
        }

        return null;
    }

    /// <summary>No count of a closed bucket is ever smaller than it was, as long as the window shows the bucket.</summary>
    public static string? BucketGoesBack(IEnumerable<SeenFrame> frames)
    {
        SeenFrame? last = null;
        foreach (var frame in frames)
        {
            foreach (var (bucket, counts) in frame.Buckets)
            {
                if (last?.Buckets.GetValueOrDefault(bucket) is not { } before) continue;
                foreach (var (name, was) in before)
                    if (counts[name] < was) return Violation(frame, last, $"bucket of {Time(bucket)}: {name} goes back from {was} to {counts[name]}");
            }

            last = frame;
        }

        return null;
    }

    /// <summary>In each partition's books, what was read is the sum of what became of it.</summary>
    public static string? BooksDoNotHold(IEnumerable<SeenFrame> frames)
    {
        SeenFrame? last = null;
        foreach (var frame in frames)
        {
            foreach (var (partition, books) in frame.Books)
                if (2 * books["read"] != books.Values.Sum()) return Violation(frame, last ?? frame, $"{partition}: read {books["read"]} is not the sum of {string.Join(", ", books)}");
            last = frame;
        }

        return null;
    }

    private static string Violation(SeenFrame frame, SeenFrame last, string what) =>
        $"{Words(frame)}, after {Words(last)}: {what}";

    private static string Words(SeenFrame frame) => $"{Time(frame.At)} {frame.Node} ({frame.State}, edm-live to {frame.Position})";

    private static string Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
