namespace EdmStats.Tables;

/// <summary>
/// Money as the tables hold it: whole units, and millionths beside them, which may be more than a unit or less than none. Both are whole
/// numbers, so that a database without decimals adds them up as exactly as one that has them.
/// </summary>
internal readonly record struct HistoryAmount(long Units, long Millionths)
{
    private const int InAUnit = 1_000_000;

    public decimal Value => Units + ((decimal)Millionths / InAUnit);

    /// <param name="amount">Of no more than six decimals.</param>
    public static HistoryAmount Of(decimal amount)
    {
        var units = decimal.Truncate(amount);
        return new((long)units, (long)((amount - units) * InAUnit));
    }
}
