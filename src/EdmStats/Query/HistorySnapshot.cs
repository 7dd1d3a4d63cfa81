using System.Data;
using System.Data.Common;
using Dapper;
using EdmStats.Tables;
using Microsoft.Data.Sqlite;

namespace EdmStats.Query;

/// <summary>
/// History as of one moment, so that all figures of an answer belong together and to its <c>countedTo</c>. For one request.
/// </summary>
internal sealed class HistorySnapshot : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly CancellationToken _cancellationToken;

    private HistorySnapshot(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        (_connection, _transaction, _cancellationToken) = (connection, transaction, cancellationToken);

    public static async Task<HistorySnapshot> TakeAsync(HistoryDatabase database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken);
        try
        {
            // A transaction of SQLite that is not deferred is a writer's, and keeps the others out.
            DbTransaction transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            if (database.Dialect.PlanQuickly is { } words) await connection.ExecuteAsync(new CommandDefinition(words, transaction: transaction, cancellationToken: cancellationToken));
            return new(connection, transaction, cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        [.. await _connection.QueryAsync<T>(new CommandDefinition(sql, parameters, _transaction, cancellationToken: _cancellationToken))];

    public Task<T?> ValueAsync<T>(string sql) =>
        _connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, transaction: _transaction, cancellationToken: _cancellationToken));

    /// <summary>Rows as they come, for what would be too much at once.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(string sql) =>
        _connection.QueryUnbufferedAsync<T>(sql, transaction: _transaction);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
