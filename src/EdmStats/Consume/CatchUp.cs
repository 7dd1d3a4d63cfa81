namespace EdmStats.Consume;

/// <summary>How long it took to count what was waiting in the log.</summary>
internal sealed class CatchUp(TimeProvider time)
{
    private long _begun, _records;
    private (long Transactions, long Rows) _before;

    /// <param name="records">That wait.</param>
    /// <param name="written">So far.</param>
    public void Begin(long records, (long Transactions, long Rows) written) => (_begun, _records, _before) = (time.GetTimestamp(), records, written);

    /// <returns>What there is to say of it, once, when it is over.</returns>
    public CaughtUp? IsOver(long left, (long Transactions, long Rows) written)
    {
        if (left > 0 || _records == 0) return null;
        var told = new CaughtUp(_records, time.GetElapsedTime(_begun), written.Transactions - _before.Transactions, written.Rows - _before.Rows);
        _records = 0;
        return told;
    }
}

/// <summary>What waited in the log is counted.</summary>
internal sealed record CaughtUp(long Records, TimeSpan Elapsed, long Transactions, long Rows);
