using System.Data.Common;
using Dapper;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>Merges the sketches of a batch into <c>history_visitors</c>. The database cannot merge them: they are read under a lock.</summary>
internal static class SketchRows
{
    public static int Write(DbTransaction transaction, Dialect dialect, string table, IReadOnlyDictionary<(string Who, long At), VisitorSketch> sketches)
    {
        var written = 0;
        foreach (var ((who, at), sketch) in sketches.OrderBy(s => s.Key))
        {
            var row = new { who, at, sketch = sketch.ToBytes() };
            byte[]? known = null;

            // What is older than history is kept may go between the two: then the row is this one's to insert after all.
            while (known is null && Execute($"insert into {table} (who, at, sketch) values (@who, @at, @sketch) on conflict do nothing", row) == 0)
                known = transaction.Connection!.QuerySingleOrDefault<byte[]>($"select sketch from {table} where who = @who and at = @at{dialect.ForUpdate}", row, transaction);
            if (known is not null)
            {
                sketch.Merge(known);
                var merged = row with { sketch = sketch.ToBytes() };
                if (merged.sketch.AsSpan().SequenceEqual(known)) continue;
                Execute($"update {table} set sketch = @sketch where who = @who and at = @at", merged);
            }

            written++;
        }

        return written;

        int Execute(string sql, object parameters) => transaction.Connection!.Execute(sql, parameters, transaction);
    }
}
