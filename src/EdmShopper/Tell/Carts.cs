namespace EdmShopper.Tell;

/// <summary>Visitors who may still buy.</summary>
internal static class Carts
{
    private const int SeenWithin = 10, AddedWithin = 60;

    /// <param name="shown">Every shown record in the log's order.</param>
    /// <param name="moment">The moment asked about (milliseconds since 1970).</param>
    public static int Active(IReadOnlyList<LogEntry> shown, long moment) =>
        shown.Where(e => e.Visitor.Length > 0).GroupBy(e => e.Visitor)
            .Count(g => g.Any(e => Buckets.IsIn(e.Bucket, moment, SeenWithin)) && HasCart([.. g], moment));

    /// <summary>Whether the newest add of the last hour, by event time, was neither taken out nor ordered later in the log.</summary>
    private static bool HasCart(List<LogEntry> own, long moment)
    {
        var adds = own.Index().Where(e => e.Item.Type == "product_added" && Buckets.IsIn(e.Item.Bucket, moment, AddedWithin)).ToList();
        if (adds.Count == 0) return false;
        var (index, newest) = adds.MaxBy(e => (e.Item.Time, e.Index));
        return !own.Skip(index + 1).Any(e =>
            e.Type == "order_completed" || (e.Type == "product_removed" && e.Text("product_id") == newest.Text("product_id")));
    }
}
