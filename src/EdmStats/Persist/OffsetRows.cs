using System.Data.Common;
using Dapper;
using EdmKafka;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>How far each partition is counted, in <c>history_offsets</c>: beside the ids of the cluster and the topic whose offsets they are.</summary>
internal static class OffsetRows
{
    private const string Place = "cluster = @cluster and topic = @topic and partition = @partition";

    /// <summary>Where a partition's counting goes on. Waits for a transaction that is under way.</summary>
    /// <param name="transaction">It holds the row until its end.</param>
    /// <param name="dialect">The database's.</param>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="topic">The topic's id.</param>
    /// <param name="partition">By its topic's name.</param>
    /// <param name="start">Where the log begins: where counting does too, when there is no row.</param>
    public static (long Next, long NewestReceive) Find(DbTransaction transaction, Dialect dialect, string cluster, string topic, LogPartition partition, long start)
    {
        var row = new { cluster, topic, partition = partition.Index, name = partition.Topic, start };
        var connection = transaction.Connection!;
        connection.Execute(
            """
            insert into history_offsets (cluster, topic, partition, name, next, newest_receive, counted_to)
            values (@cluster, @topic, @partition, @name, @start, 0, 0) on conflict do nothing
            """, row, transaction);
        return connection.QuerySingle<(long, long)>($"select next, newest_receive from history_offsets where {Place}{dialect.ForUpdate}", row, transaction);
    }

    /// <summary>The row speaks of another log: counting begins anew with this one.</summary>
    public static void Reset(DbTransaction transaction, string cluster, string topic, LogPartition partition, long start) =>
        transaction.Connection!.Execute(
            $"update history_offsets set next = @start, newest_receive = 0, counted_to = 0 where {Place}",
            new { cluster, topic, partition = partition.Index, start }, transaction);

    /// <returns>Whether the partition stood where it was thought to stand.</returns>
    public static bool TryMove(DbTransaction transaction, string cluster, OffsetMove move) =>
        transaction.Connection!.Execute(
            $"update history_offsets set next = @To, newest_receive = @NewestReceive, counted_to = @CountedTo where {Place} and next = @From",
            new { cluster, topic = move.TopicId, partition = move.Partition.Index, move.From, move.To, move.NewestReceive, move.CountedTo }, transaction) == 1;
}
