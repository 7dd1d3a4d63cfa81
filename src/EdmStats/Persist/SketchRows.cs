using System.Data.Common;
using Dapper;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>
/// Merges the sketches of a batch into <c>history_visitors</c>: each into its quarter of an hour and its day. The database cannot
/// merge them: they are read under a lock, and all writers take the rows in the same order.
/// </summary>
internal sealed class SketchRows(DbTransaction transaction, Dialect dialect, string table)
{
    /// <param name="sketches">By the quarter of an hour.</param>
    /// <returns>The rows written.</returns>
    public int Write(IReadOnlyDictionary<(string Who, long At), VisitorSketch> sketches)
    {
        var days = sketches.GroupBy(s => (s.Key.Who, At: HistoryStep.Floor(s.Key.At, HistoryStep.Day)), s => s.Value);
        return sketches.OrderBy(s => s.Key).Count(quarter => Merge(quarter.Key.Who, HistoryStep.Quarter, quarter.Key.At, quarter.Value))
            + days.OrderBy(day => day.Key).Count(day => Merge(day.Key.Who, HistoryStep.Day, day.Key.At, VisitorSketch.Of(day)));
    }

    /// <returns>Whether the row was written: not when it had seen all of them.</returns>
    private bool Merge(string who, int step, long at, VisitorSketch sketch)
    {
        var row = new { who, step, at };
        while (true)
        {
            var known = transaction.Connection!.QuerySingleOrDefault<byte[]>(
                $"select sketch from {table} where who = @who and step = @step and at = @at{dialect.ForUpdate}", row, transaction);
            if (known is not null)
            {
                sketch.Merge(known);
                return !sketch.ToBytes().AsSpan().SequenceEqual(known) && Execute($"update {table} set sketch = @sketch where who = @who and step = @step and at = @at") > 0;
            }

            // A new row of a day begins with what its quarters have, of which those of before days were kept are not in this batch.
            if (step == HistoryStep.Day) foreach (var quarter in Quarters(who, at)) sketch.Merge(quarter);

            // Another writer may insert it between the two: then there is something to merge with.
            if (Execute($"insert into {table} (who, step, at, sketch) values (@who, @step, @at, @sketch) on conflict do nothing") > 0) return true;
        }

        int Execute(string sql) => transaction.Connection!.Execute(sql, new { who, step, at, sketch = sketch.ToBytes() }, transaction);
    }

    private IEnumerable<byte[]> Quarters(string who, long day) => transaction.Connection!.Query<byte[]>(
        $"select sketch from {table} where who = @who and step = @step and at >= @day and at < @end",
        new { who, step = HistoryStep.Quarter, day, end = day + HistoryStep.Day }, transaction);
}
