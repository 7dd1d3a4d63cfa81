namespace Count;

/// <summary>A record and its verdict, by the definitions alone.</summary>
/// <param name="Record">As it was written.</param>
/// <param name="Verdict">By the name that a snapshot gives it.</param>
internal sealed record JudgedRecord(WrittenRecord Record, string Verdict)
{
    private const long DedupeHorizon = 66 * 60_000, Lateness = 60 * 60_000;

    public static List<JudgedRecord> Judge(IReadOnlyList<WrittenRecord> written)
    {
        var readable = written.Where(r => r.IsJson).ToList();
        var sameId = readable.ToLookup(r => (r.Topic, r.Partition, r.Id));
        var sameOrder = readable.Where(r => r.Order is not null).ToLookup(r => (r.Topic, r.Partition, r.Order!.Id));
        return [.. written.Select(r => new JudgedRecord(
            r,
            !r.IsJson ? "rejected" :
            Repeats(r, sameId[(r.Topic, r.Partition, r.Id)]) || RepeatsOrder(r) ? "duplicate" :
            r.IsBot ? "bot" :
            r.ReceiveTime - r.EventTime > Lateness ? "late" :
            "shown"))];

        bool RepeatsOrder(WrittenRecord r) => r.Order is { } order && Repeats(r, sameOrder[(r.Topic, r.Partition, order.Id)]);
    }

    private static bool Repeats(WrittenRecord record, IEnumerable<WrittenRecord> alike) =>
        alike.Any(e => e.Offset < record.Offset && e.ReceiveTime >= record.ReceiveTime - DedupeHorizon);
}
