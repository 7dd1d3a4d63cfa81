using System.Data;
using System.Data.Common;
using Dapper;
using EdmStats.Persist;
using EdmStats.Tables;

namespace EdmStats.Rebuild;

/// <summary>
/// The tables that history is counted anew into, beside those that questions are answered from, and their taking the place of
/// these.
/// </summary>
/// <param name="database">Both are in it.</param>
/// <param name="token">Stands for this rebuild: a later one overtakes it.</param>
internal sealed class RebuildTables(HistoryDatabase database, string token)
{
    public static readonly TableSet Anew = new("history_counts_anew", "history_visitors_anew", "history_products_anew");

    // A long history is copied.
    private const int Patience = 3600;

    /// <summary>Up to where the service has counted each partition.</summary>
    public IReadOnlyList<StoredOffset> Stored(string cluster, IEnumerable<string> topics)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        return StoredOffset.Of(transaction, cluster, topics, forUpdate: "");
    }

    /// <summary>
    /// Makes them, with all that happened before a moment as it is counted now, in one moment with the offsets that it was
    /// counted up to.
    /// </summary>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="topics">The topics' ids.</param>
    /// <param name="from">That moment: minutes since 1970, the beginning of a day of UTC.</param>
    /// <returns>The stored offsets.</returns>
    public IReadOnlyList<StoredOffset> Prepare(string cluster, IEnumerable<string> topics, long from)
    {
        using var connection = database.Open();
        using (var making = connection.BeginTransaction())
        {
            // What another rebuild left goes.
            Execute(making, "delete from history_rebuild");
            Execute(making, "insert into history_rebuild (token) values (@token)", new { token });
            foreach (var (live, anew) in Pairs())
            {
                Execute(making, $"drop table if exists {anew}");
                Execute(making, database.Dialect.CopyOf(making, live, anew));
            }

            making.Commit();
        }

        using var copying = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        var stored = StoredOffset.Of(copying, cluster, topics, forUpdate: "");
        Execute(copying, $"insert into {Anew.Counts} select * from {TableSet.Live.Counts} where at < @from", new { from });
        Execute(copying, $"insert into {Anew.Visitors} select * from {TableSet.Live.Visitors} where at < @from", new { from });
        Execute(copying, $"insert into {Anew.Products} select * from {TableSet.Live.Products}");
        copying.Commit();
        return stored;
    }

    /// <summary>Adds a batch to them.</summary>
    /// <exception cref="RebuildException">Another rebuild has begun.</exception>
    public void Add(HistoryBatch batch)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        MustHold(transaction);
        HistoryWriter.Add(batch, Anew, transaction, database.Dialect);
        transaction.Commit();
    }

    /// <summary>
    /// Lets them take the place of the others, when what was counted meanwhile is in them too. Writers wait for the end of it;
    /// who asks is answered throughout.
    /// </summary>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="topics">The topics' ids.</param>
    /// <param name="catchUp">Is given the offsets, which stand still now, and returns what lies between.</param>
    /// <exception cref="RebuildException">Another rebuild has begun.</exception>
    public void TakePlace(string cluster, IEnumerable<string> topics, Func<IReadOnlyList<StoredOffset>, HistoryBatch> catchUp)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        MustHold(transaction);
        var last = catchUp(StoredOffset.Of(transaction, cluster, topics, database.Dialect.ForUpdate));
        HistoryWriter.Add(last, Anew, transaction, database.Dialect);
        foreach (var (live, anew) in Pairs())
        {
            Execute(transaction, $"drop table {live}");
            Execute(transaction, $"alter table {anew} rename to {live}");
            if (database.Dialect.RenameKey(anew, live) is { } rename) Execute(transaction, rename);
        }

        Execute(transaction, "delete from history_rebuild");
        transaction.Commit();
    }

    private static IEnumerable<(string Live, string Anew)> Pairs() =>
        [(TableSet.Live.Counts, Anew.Counts), (TableSet.Live.Visitors, Anew.Visitors), (TableSet.Live.Products, Anew.Products)];

    private void MustHold(DbTransaction transaction)
    {
        if (transaction.Connection!.ExecuteScalar<long>("select count(*) from history_rebuild where token = @token", new { token }, transaction) == 0)
            throw new RebuildException("Another rebuild has begun after this one, which therefore ends: nothing was changed.");
    }

    private static void Execute(DbTransaction transaction, string sql, object? parameters = null) =>
        transaction.Connection!.Execute(sql, parameters, transaction, Patience);
}
