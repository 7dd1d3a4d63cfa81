using System.Data.Common;
using System.Diagnostics;
using EdmHosting.Telemetry;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>
/// Writes a batch: first the offsets that it was read up to, then what it counts, in one transaction. So each record is counted
/// once, whatever ends in between. For the reading thread, which waits.
/// </summary>
internal sealed class HistoryWriter(HistoryDatabase database, RejectedRecords rejected)
{
    /// <summary>Why the last one was not written; null when it was.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The transactions, and the rows that they wrote, since the process began.</summary>
    public (long Transactions, long Rows) Written { get; private set; }

    /// <param name="batch">What was counted.</param>
    /// <param name="cluster">The id of the cluster that it was read from.</param>
    /// <param name="moves">How far it carries each partition.</param>
    public WriteResult Write(HistoryBatch batch, string cluster, IEnumerable<OffsetMove> moves)
    {
        var begun = Stopwatch.GetTimestamp();
        using var span = batch.Trace == default ? null : Instruments.Spans.StartActivity("persist", ActivityKind.Internal, batch.Trace);
        var result = TryWrite(batch, cluster, moves);
        PersistMeters.Ended(result, Stopwatch.GetElapsedTime(begun));
        if (result != WriteResult.Written) span?.SetStatus(ActivityStatusCode.Error, Trouble);
        return result;
    }

    /// <returns>The rows written.</returns>
    public static int Add(HistoryBatch batch, TableSet tables, DbTransaction transaction, Dialect dialect) =>
        CountRows.Write(transaction, dialect, tables.Counts, batch.Minutes)
        + new SketchRows(transaction, dialect, tables.Visitors).Write(batch.Sketches)
        + ProductRows.Write(transaction, dialect, tables.Products, batch.Products.All());

    private WriteResult TryWrite(HistoryBatch batch, string cluster, IEnumerable<OffsetMove> moves)
    {
        // The reading thread has nothing else to do until it knows.
        Trouble = rejected.WriteAsync(batch.Rejected).GetAwaiter().GetResult();
        if (Trouble is not null) return WriteResult.NotWritten;
        batch.ForgetRejected();

        var asked = false;
        try
        {
            using var connection = database.Open();
            using var transaction = database.Begin(connection);
            var rows = 0;
            foreach (var move in moves.OrderBy(m => m.Partition.Topic, StringComparer.Ordinal).ThenBy(m => m.Partition.Index))
            {
                if (!OffsetRows.TryMove(transaction, cluster, move)) return Fail(WriteResult.Unknown, $"{move.Partition.Topic}[{move.Partition.Index}] does not stand at {move.From} in the tables");
                rows++;
            }

            rows += Add(batch, TableSet.Live, transaction, database.Dialect);
            asked = true;
            transaction.Commit();
            Written = (Written.Transactions + 1, Written.Rows + rows);
            return WriteResult.Written;
        }
        catch (DbException e)
        {
            database.ForgetConnections();
            return Fail(asked ? WriteResult.Unknown : WriteResult.NotWritten, e.Message);
        }
    }

    private WriteResult Fail(WriteResult result, string reason)
    {
        Trouble = reason;
        return result;
    }
}
