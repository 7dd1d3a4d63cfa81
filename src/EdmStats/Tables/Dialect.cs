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
internal sealed record Dialect(string Name, string Text, string Bytes, string Clustered, string ForUpdate)
{
    public static Dialect PostgreSql { get; } = new("PostgreSQL", "text collate \"C\"", "bytea", "", " for update");

    public static Dialect Sqlite { get; } = new("SQLite", "text", "blob", "without rowid", "");

    /// <summary>What stands between dollars in the scripts.</summary>
    public Dictionary<string, string> InScripts => new() { ["text"] = Text, ["bytes"] = Bytes, ["clustered"] = Clustered };
}
