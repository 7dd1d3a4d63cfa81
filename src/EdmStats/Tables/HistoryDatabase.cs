using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EdmStats.Tables;

/// <summary>
/// Where history is kept: gives open connections to it, which their user closes. <c>BeginTransaction()</c> on one begins a
/// transaction that may write at once, in both databases. For any thread.
/// </summary>
internal sealed class HistoryDatabase : IAsyncDisposable
{
    // A writer of SQLite waits for the one before it.
    private static readonly TimeSpan BusyPatience = TimeSpan.FromSeconds(5);

    // Between two statements of one transaction lie milliseconds.
    private static readonly TimeSpan IdlePatience = TimeSpan.FromSeconds(10);

    private readonly string _sqlite = "";
    private readonly string _description;

    /// <param name="postgres">Where the server is, and what to say to it.</param>
    public HistoryDatabase(NpgsqlConnectionStringBuilder postgres)
    {
        Dialect = Dialect.PostgreSql;
        Postgres = NpgsqlDataSource.Create(postgres);
        _description = $"{postgres.Host}:{postgres.Port}/{postgres.Database} as {postgres.Username}";
    }

    /// <param name="file">The full path of a file, which is made when it is not there.</param>
    public HistoryDatabase(string file)
    {
        Dialect = Dialect.Sqlite;
        _description = file;
        _sqlite = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = false,
            DefaultTimeout = (int)BusyPatience.TotalSeconds,
        }.ToString();
    }

    public Dialect Dialect { get; }

    /// <summary>Null when it is SQLite.</summary>
    public NpgsqlDataSource? Postgres { get; }

    /// <exception cref="DbException">The database cannot be reached.</exception>
    public DbConnection Open()
    {
        if (Postgres is not null) return Postgres.OpenConnection();
        var connection = new SqliteConnection(_sqlite);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma busy_timeout = {BusyPatience.TotalMilliseconds:0}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="DbException">The database cannot be reached.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        // A file is opened at once: SQLite does all that it does in the thread that asks.
        Postgres is null ? Open() : await Postgres.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Begins what writes. In PostgreSQL a program that stands still in the middle of it, or whose machine is gone without a
    /// word, soon loses what it holds: else all others would wait for it, for as long as the network takes to notice.
    /// </summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public DbTransaction Begin(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        if (Postgres is null) return transaction;
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"set local idle_in_transaction_session_timeout = '{IdlePatience.TotalMilliseconds:0}ms'";
            command.Transaction = transaction;
            command.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>
    /// After a failure: has the next connections made anew. One that was kept may still lead to a server that another has taken
    /// the place of, or remember what no longer holds, such as that nothing may be written: a file that was opened on a disk that
    /// could only be read stays so.
    /// </summary>
    public void ForgetConnections()
    {
        if (Postgres is not null) Postgres.Clear();
        else SqliteConnection.ClearPool(new SqliteConnection(_sqlite));
    }

    /// <summary>For the log: which database, and nothing secret.</summary>
    public override string ToString() => $"{Dialect.Name}, {_description}";

    public async ValueTask DisposeAsync()
    {
        ForgetConnections();
        if (Postgres is not null) await Postgres.DisposeAsync();
    }
}
