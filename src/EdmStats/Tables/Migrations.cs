using System.Data.Common;
using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Postgresql;
using DbUp.Sqlite.Helpers;

namespace EdmStats.Tables;

/// <summary>
/// Brings the tables up to date: runs the numbered scripts that the database has not seen, all or none of them. Any number of
/// instances may do so at once: one works and the others wait for it.
/// </summary>
internal sealed partial class Migrations(HistoryDatabase database, ILogger<Migrations> log)
{
    // Any number will do that nobody else locks in this database.
    private const long Lock = 0x45_44_4D_31;

    private const string Journal = "history_scripts";

    // Others may be at work on much data.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>The names of the scripts that the database lacks.</summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public IReadOnlyList<string> Missing()
    {
        using var connection = database.Open();
        return [.. Engine(connection).GetScriptsToExecute().Select(s => s.Name)];
    }

    /// <exception cref="DbException">The database cannot be reached, or a script failed.</exception>
    public void Run()
    {
        using var connection = database.Open();

        // Readers and the one writer of SQLite do not wait for each other then. It stays so in the file.
        if (database.Postgres is null) Execute(connection, "pragma journal_mode = wal");
        Execute(connection, database.Postgres is null ? "begin immediate" : $"begin; select pg_advisory_xact_lock({Lock})");
        try
        {
            var upgrade = Engine(connection).PerformUpgrade();
            if (!upgrade.Successful) throw upgrade.Error;
            if (upgrade.Scripts.Any()) ScriptsRun(upgrade.Scripts.Select(s => s.Name));
        }
        catch
        {
            Execute(connection, "rollback");
            throw;
        }

        Execute(connection, "commit");
    }

    // In SQLite the scripts run inside the transaction of the connection that waited; in PostgreSQL in one of their own, while
    // that connection holds the lock.
    private UpgradeEngine Engine(DbConnection connection) =>
        (database.Postgres is { } server
            ? DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(server)).JournalToPostgresqlTable(null, Journal).WithTransaction()
            : DeployChanges.To.SqliteDatabase(new SharedConnection(connection)).JournalToSqliteTable(Journal).WithoutTransaction())
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal))
        .WithVariables(database.Dialect.InScripts)
        .WithExecutionTimeout(Patience)
        .LogTo(new MigrationLog(log))
        .Build();

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = (int)Patience.TotalSeconds;
        command.ExecuteNonQuery();
    }

    [LoggerMessage(LogLevel.Information, "Brought the tables up to date: {Scripts}")]
    private partial void ScriptsRun(IEnumerable<string> scripts);
}
