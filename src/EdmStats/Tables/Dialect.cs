using System.Data.Common;
using Dapper;

namespace EdmStats.Tables;

/// <summary>The few words in which the two databases differ.</summary>
/// <param name="Name">The database's name, for people.</param>
/// <param name="Text">The type of a text that is compared by its bytes.</param>
/// <param name="Bytes">The type of bytes.</param>
/// <param name="Clustered">Ends a table's definition: its rows lie in the order of their key.</param>
/// <param name="ForUpdate">
/// Ends a select whose rows nobody else may change until the transaction ends. A transaction of SQLite has the whole file for
/// itself from its beginning (<c>begin immediate</c>, which BeginTransaction says).
/// </param>
/// <param name="PlanQuickly">
/// Said in a transaction before its questions; null where there is nothing to say. PostgreSQL compiles what it thinks is long and starts processes for it,
/// which takes longer than any question about history does.
/// </param>
internal sealed record Dialect(string Name, string Text, string Bytes, string Clustered, string ForUpdate, string? PlanQuickly)
{
    public static Dialect PostgreSql { get; } = new("PostgreSQL", "text collate \"C\"", "bytea", "", " for update", "set local jit = off; set local max_parallel_workers_per_gather = 0");

    public static Dialect Sqlite { get; } = new("SQLite", "text", "blob", "without rowid", "", null);

    /// <summary>Says how to make a table like another one.</summary>
    public string CopyOf(DbTransaction transaction, string table, string copy) => this == PostgreSql
        ? $"create table {copy} (like {table} including all)"
        : transaction.Connection!.QuerySingle<string>("select sql from sqlite_master where name = @table", new { table }, transaction).Replace(table, copy, StringComparison.Ordinal);

    /// <summary>Says how a renamed table's key gets its name; null where that follows by itself.</summary>
    public string? RenameKey(string before, string after) => this == PostgreSql ? $"alter index {before}_pkey rename to {after}_pkey" : null;

    /// <summary>What stands between dollars in the scripts.</summary>
    public Dictionary<string, string> InScripts => new() { ["text"] = Text, ["bytes"] = Bytes, ["clustered"] = Clustered };
}
