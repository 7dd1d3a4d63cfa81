using System.Data.Common;
using Dapper;
using EdmKafka;

namespace EdmStats.Rebuild;

/// <summary>Up to where the service has counted a partition.</summary>
internal sealed record StoredOffset(LogPartition Partition, long Next)
{
    /// <param name="transaction">What it is part of.</param>
    /// <param name="cluster">The cluster's id.</param>
    /// <param name="topics">The topics' ids.</param>
    /// <param name="forUpdate">What keeps the rows as they are until the transaction ends, where that is wanted.</param>
    public static IReadOnlyList<StoredOffset> Of(DbTransaction transaction, string cluster, IEnumerable<string> topics, string forUpdate)
    {
        // In the order in which a writer takes them.
        var rows = transaction.Connection!.Query<(string Topic, string Name, int Partition, long Next)>(
            $"select topic, name, partition, next from history_offsets where cluster = @cluster order by name, partition{forUpdate}", new { cluster }, transaction);
        return [.. rows.Where(row => topics.Contains(row.Topic)).Select(row => new StoredOffset(new LogPartition(row.Name, row.Partition), row.Next))];
    }
}
