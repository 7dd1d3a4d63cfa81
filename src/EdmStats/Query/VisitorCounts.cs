using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Distinct visitors, and distinct buyers. They are kept by the quarter of an hour: those that a range only touches belong to it.</summary>
internal static class VisitorCounts
{
    /// <param name="boundaries">Of the buckets; ascending minutes since 1970.</param>
    /// <returns>A figure a bucket, and that of the whole range, which is not their sum: most people come more than once.</returns>
    public static async Task<(decimal[] Buckets, decimal Total)> CountAsync(HistorySnapshot history, string who, IReadOnlyList<long> boundaries)
    {
        var rows = history.StreamAsync<SketchRow>(
            "select at, sketch from history_visitors where who = @who and at >= @from and at < @to order by at",
            new { who, from = HistoryStep.Floor(boundaries[0], HistoryStep.Quarter), to = boundaries[^1] });
        var (buckets, bucket) = (new decimal[boundaries.Count - 1], 0);
        var (total, part) = (new VisitorSketch(), new VisitorSketch());
        void Close()
        {
            buckets[bucket] = part.Estimate();
            total.Merge(part.ToBytes());
            part = new VisitorSketch();
        }

        await foreach (var row in rows)
        {
            if (row.At >= boundaries[bucket + 1]) Close();
            while (row.At >= boundaries[bucket + 1]) bucket++;
            part.Merge(row.Sketch);
        }

        Close();
        return (buckets, total.Estimate());
    }

    private sealed record SketchRow
    {
        public long At { get; init; }

        public byte[] Sketch { get; init; } = [];
    }
}
