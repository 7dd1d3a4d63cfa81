namespace EdmStream.Tests.Reference;

/// <summary>Verdicts and buckets straight from their definitions, over a list that holds the whole log: too simple to be wrong.</summary>
internal static class Definitions
{
    private const long Minute = 60_000;

    public static string VerdictOn(Written record, IReadOnlyList<Written> log)
    {
        if (record.Json is null) return "rejected";
        var earlier = log.Where(r => r.Topic == record.Topic && r.Partition == record.Partition && r.Offset < record.Offset && r.Json is not null && r.Received >= record.Received - 66 * Minute).ToList();
        return
            record.Id.Length > 0 && earlier.Any(r => r.Id == record.Id) ? "duplicate" :
            OrderOf(record).Length > 0 && earlier.Any(r => OrderOf(r) == OrderOf(record)) ? "duplicate" :
            record.IsBot ? "bot" :
            record.Received - record.Time > 60 * Minute ? "late" :
            "shown";
    }

    /// <summary>A window holds every bucket later than the moment's less the window; it has no upper edge.</summary>
    public static bool IsIn(Written record, long moment, int minutes) => record.Bucket > moment / 5_000 - minutes * 12;

    public static bool IsInBefore(Written record, long moment, int minutes) => !IsIn(record, moment, minutes) && IsIn(record, moment, 2 * minutes);

    private static string OrderOf(Written record) => record.Type == "order_completed" ? record.Text("order_id") : "";
}
