using EdmStats.Tables;

namespace EdmStats.Query;

/// <summary>Distinct visitors, and distinct buyers. They are kept by the quarter of an hour: those that a range only touches belong to it.</summary>
internal static class VisitorCounts
{
    /// <param name="boundaries">Of the buckets; ascending minutes since 1970.</param>
    /// <returns>A figure a bucket, and that of the whole range, which is not their sum: most people come more than once.</returns>
    public static async Task<(decimal[] Buckets, decimal Total)> CountAsync(HistorySnapshot history, string who, IReadOnlyList<long> boundaries)
    {
        // In no order: a database that sorts so many bytes does so on its disk.
        var rows = history.StreamAsync<SketchRow>(
            "select at, sketch from history_visitors where who = @who and at >= @from and at < @to",
            new { who, from = HistoryStep.Floor(boundaries[0], HistoryStep.Quarter), to = boundaries[^1] });
        var parts = new VisitorSketch?[boundaries.Count - 1];
        await foreach (var row in rows) (parts[SeriesBuckets.IndexOf(boundaries, row.At)] ??= new()).Merge(row.Sketch);

        var total = new VisitorSketch();
        foreach (var part in parts.OfType<VisitorSketch>()) total.Merge(part.ToBytes());
        return ([.. parts.Select(part => part?.Estimate() ?? 0m)], total.Estimate());
    }

    private sealed record SketchRow
    {
        public long At { get; init; }

        public byte[] Sketch { get; init; } = [];
    }
}
