using System.Data.Common;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>Adds the counts of a batch to <c>history_counts</c>: each to its minute, its quarter of an hour and its day.</summary>
internal static class CountRows
{
    private const string Adding =
        """
        on conflict (kind, step, at, key, currency) do update set
            events = history_counts.events + excluded.events,
            units = history_counts.units + excluded.units,
            millionths = history_counts.millionths + excluded.millionths
        """;

    /// <returns>The rows written.</returns>
    public static int Write(DbTransaction transaction, Dialect dialect, string table, IReadOnlyDictionary<long, CountTable> minutes)
    {
        var rows = InOrder(minutes);
        if (rows.Count == 0) return 0;
        RowInsert.Execute(
            transaction, dialect, table, Adding.Replace("history_counts", table, StringComparison.Ordinal),
            ("kind", rows.ConvertAll(r => r.Kind.Name()).ToArray()),
            ("step", rows.ConvertAll(r => r.Step).ToArray()),
            ("at", rows.ConvertAll(r => r.At).ToArray()),
            ("key", rows.ConvertAll(r => r.Key).ToArray()),
            ("currency", rows.ConvertAll(r => r.Currency).ToArray()),
            ("events", rows.ConvertAll(r => r.Events).ToArray()),
            ("units", rows.ConvertAll(r => r.Amount.Units).ToArray()),
            ("millionths", rows.ConvertAll(r => r.Amount.Millionths).ToArray()));
        return rows.Count;
    }

    private static List<CountRow> InOrder(IReadOnlyDictionary<long, CountTable> minutes)
    {
        var rows = new List<CountRow>();
        foreach (var step in HistoryStep.All)
        {
            foreach (var span in minutes.GroupBy(m => HistoryStep.Floor(m.Key, step), m => m.Value))
                rows.AddRange(Sum([.. span]).Rows(step, span.Key));
        }

        rows.Sort();
        return Merged(rows);
    }

    private static CountTable Sum(List<CountTable> tables)
    {
        if (tables.Count == 1) return tables[0];
        var sum = new CountTable();
        tables.ForEach(sum.Add);
        return sum;
    }

    /// <summary>Keys that differ only in what no database takes are one row.</summary>
    private static List<CountRow> Merged(List<CountRow> sorted)
    {
        var merged = new List<CountRow>(sorted.Count);
        foreach (var row in sorted)
        {
            if (merged.Count > 0 && merged[^1].CompareTo(row) == 0) merged[^1] = merged[^1].Plus(row);
            else merged.Add(row);
        }

        return merged;
    }
}
