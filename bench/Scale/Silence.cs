using System.Globalization;
using Drills.Tests.Stream;

namespace Scale;

/// <summary>For how long nothing new was shown of a partition.</summary>
internal static class Silence
{
    /// <param name="frames">A dashboard's recording.</param>
    /// <param name="from">When the load began.</param>
    /// <param name="to">When it ended.</param>
    public static void Print(IReadOnlyList<SeenFrame> frames, DateTimeOffset from, DateTimeOffset to)
    {
        Console.WriteLine("Of each partition, the longest time in which no frame showed more of it:");
        foreach (var partition in frames.SelectMany(f => f.Books.Keys).Select(k => k.Partition).Distinct().Order())
        {
            var (longest, began) = Longest(frames, partition, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {partition}: {longest / 1e3:0.0} s, from second {began / 1e3:0.0} of the load on"));
        }
    }

    /// <summary>In milliseconds: how long, and how long after the load began. Before the first event there is nothing to show, nor after the last.</summary>
    private static (long Longest, long Began) Longest(IReadOnlyList<SeenFrame> frames, int partition, long from, long to)
    {
        var (read, since, longest, began) = (0L, from, 0L, 0L);
        foreach (var frame in frames.Where(f => f.Came >= from && f.Came <= to))
        {
            var now = frame.Books.Where(b => b.Key.Partition == partition).Sum(b => b.Value["read"]);
            if (now <= read) continue;
            if (read > 0 && frame.Came - since > longest) (longest, began) = (frame.Came - since, since - from);
            (read, since) = (now, frame.Came);
        }

        return to - since > longest ? (to - since, since - from) : (longest, began);
    }
}
