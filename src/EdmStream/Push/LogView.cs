namespace EdmStream.Push;

/// <summary>The log as one filter shows it at a moment. Immutable.</summary>
/// <param name="Rows">The rows taken, newest first; those that are kept.</param>
/// <param name="Taken">The rows that were ever taken.</param>
/// <param name="Seen">The events that were ever let through.</param>
internal sealed record LogView(IReadOnlyList<LogRow> Rows, long Taken, long Seen)
{
    public static LogView Empty { get; } = new([], 0, 0);

    /// <summary>What is new since another moment, at most as many rows as a frame may carry; the rest is only counted.</summary>
    public (IReadOnlyList<LogRow> Rows, long Skipped) Since(LogView before)
    {
        var rows = Rows.Take((int)Math.Min(Taken - before.Taken, LogWatch.RowsAMoment)).ToList();
        return (rows, Seen - before.Seen - rows.Count);
    }
}
