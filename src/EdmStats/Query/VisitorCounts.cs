using System.Globalization;
using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Distinct visitors, and distinct buyers. They are kept by the quarter of an hour: those that a range only touches belong to it.</summary>
internal static class VisitorCounts
{
    /// <param name="boundaries">Of the buckets; ascending minutes since 1970.</param>
    /// <returns>A figure a bucket, and that of the whole range, which is not their sum: most people come more than once.</returns>
    public static async Task<(decimal[] Buckets, decimal Total)> CountAsync(HistorySnapshot history, string who, IReadOnlyList<long> boundaries)
    {
        var parts = new VisitorSketch?[boundaries.Count - 1];
        var (from, to) = (HistoryStep.Floor(boundaries[0], HistoryStep.Quarter), boundaries[^1]);
        var left = new List<(long From, long To)>();
        var days = Rows(who, HistoryStep.Day, HistoryStep.Ceiling(from, HistoryStep.Day), to - HistoryStep.Day + 1);
        foreach (var day in await history.ListAsync<SketchRow>($"{days} order by at"))
        {
            // Of the days of UTC none lies within a day of another zone, but most within a whole range.
            if (Bucket(day.At) != Bucket(day.At + HistoryStep.Day - 1)) continue;
            Add(day);
            left.Add((from, day.At));
            from = day.At + HistoryStep.Day;
        }

        // In no order: a database that sorts so many bytes does so on its disk.
        left.Add((from, to));
        var quarters = left.Where(l => l.From < l.To).Select(l => Rows(who, HistoryStep.Quarter, l.From, l.To)).ToList();
        if (quarters.Count > 0) await foreach (var quarter in history.StreamAsync<SketchRow>(string.Join(" union all ", quarters))) Add(quarter);
        return ([.. parts.Select(part => part?.Estimate() ?? 0m)], VisitorSketch.Of(parts.OfType<VisitorSketch>()).Estimate());

        int Bucket(long minute) => SeriesBuckets.IndexOf(boundaries, minute);

        void Add(SketchRow row) => (parts[Bucket(row.At)] ??= new()).Merge(row.Sketch);
    }

    private static string Rows(string who, int step, long from, long to) =>
        string.Create(CultureInfo.InvariantCulture, $"select at, sketch from history_visitors where who = '{who}' and step = {step} and at >= {from} and at < {to}");

    private sealed record SketchRow
    {
        public long At { get; init; }

        public byte[] Sketch { get; init; } = [];
    }
}
