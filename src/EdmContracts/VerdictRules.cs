namespace EdmContracts;

/// <summary>
/// Gives the records of one partition of one topic their verdicts. Records are handed over in the order of the log;
/// what it answers is a function of those records alone. Not thread-safe: it belongs to the partition's one reader.
/// </summary>
/// <param name="horizon">How long before a record's receive time an equal id still makes it a duplicate.</param>
public sealed class VerdictRules(TimeSpan horizon)
{
    /// <summary>An event that is received more than this after it happened is not shown live.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMinutes(60);

    private readonly SeenIds _events = new(horizon);
    private readonly SeenIds _orders = new(horizon);

    /// <summary>The ids held in memory.</summary>
    public int IdsHeld => _events.Count + _orders.Count;

    /// <summary>The verdict on a record that could be read; one that could not be is <see cref="Verdict.Rejected"/>.</summary>
    public Verdict Judge(scoped in LogRecord record)
    {
        // Both memories must learn of the record whatever the other one says.
        var repeated = !record.EventId.IsEmpty && _events.Repeats(record.EventId, record.ReceiveTime);
        if (record.Type.SequenceEqual("order_completed"u8) && PropertyReader.TryText(record.Properties, "order_id"u8, out var order))
            repeated |= _orders.Repeats(order, record.ReceiveTime);

        return
            repeated ? Verdict.Duplicate :
            !record.Bot.IsEmpty ? Verdict.Bot :
            record.ReceiveTime - record.EventTime > (long)Lateness.TotalMilliseconds ? Verdict.Late :
            Verdict.Shown;
    }
}
