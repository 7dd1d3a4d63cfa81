using System.Data.Common;
using EdmStats.Tables;

namespace EdmStats.Tests.Expected;

/// <summary>The tables as they are, in the same words as <see cref="ExpectedHistory"/>.</summary>
internal sealed class HistoryTables(HistoryDatabase database)
{
    public List<string> Counts() => Read("select kind, step, at, key, currency, events, units, millionths from history_counts", r =>
        $"{r[0]} {r[1]} {r[2]} '{r[3]}' '{r[4]}': {r[5]}, {ExpectedHistory.Money(r.GetInt64(6) + (r.GetInt64(7) / 1_000_000m))}");

    public List<string> Sketches() => Read("select who, step, at, sketch from history_visitors", r =>
        $"{r[0]} {r[1]} {r[2]}: {string.Join(' ', ((byte[])r[3]).Index().Where(b => b.Item > 0).Select(b => $"{b.Index}={b.Item}"))}");

    public List<string> Products() => Read("select key, name, named_at from history_products", r => $"{r[0]}: {r[1]} since {r[2]}");

    public List<string> Offsets() => Read("select name, partition, next, newest_receive from history_offsets", r => $"{r[0]}[{r[1]}]: {r[2]}, {r[3]}");

    /// <summary>Up to where each partition is counted.</summary>
    public Dictionary<(string Topic, int Partition), long> Next() =>
        Read("select name, partition, next from history_offsets", r => (Place: (r.GetString(0), r.GetInt32(1)), Next: r.GetInt64(2))).ToDictionary(o => o.Place, o => o.Next);

    private List<T> Read<T>(string sql, Func<DbDataReader, T> row)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
