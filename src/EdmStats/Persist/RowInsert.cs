using System.Data.Common;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>
/// Writes many rows by one statement: in PostgreSQL with an array a column, in SQLite one row after the other by a prepared
/// statement, which has no way to its server.
/// </summary>
internal static class RowInsert
{
    /// <param name="transaction">What it is part of.</param>
    /// <param name="dialect">The database's.</param>
    /// <param name="table">The table.</param>
    /// <param name="onConflict">What is done where a row is there: from <c>on conflict</c> on.</param>
    /// <param name="columns">The columns, each with its value in every row.</param>
    public static void Execute(DbTransaction transaction, Dialect dialect, string table, string onConflict, params (string Name, Array Values)[] columns)
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        var parameters = string.Join(", ", columns.Select(c => $"@{c.Name}"));
        var rows = dialect == Dialect.PostgreSql ? $"select * from unnest({parameters})" : $"values ({parameters})";
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into {table} ({names}) {rows} {onConflict}";
        foreach (var (name, values) in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = values;
            command.Parameters.Add(parameter);
        }

        if (dialect == Dialect.PostgreSql)
        {
            command.ExecuteNonQuery();
            return;
        }

        for (var row = 0; row < columns[0].Values.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++) command.Parameters[column].Value = columns[column].Values.GetValue(row);
            command.ExecuteNonQuery();
        }
    }
}
