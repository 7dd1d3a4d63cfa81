using System.Globalization;
using System.Text;
using EdmContracts;
using EdmKafka;

namespace EdmStats.Persist;

/// <summary>
/// Writes to <c>edm-rejected</c> what could not be read, as it came, with headers that say why and whence. At least once: the
/// place of origin is such a record's identity.
/// </summary>
internal sealed partial class RejectedRecords(RecordProducer producer, TimeProvider time, ILogger<RejectedRecords> log)
{
    /// <summary>As many as may wait for a transaction: they are kept whole.</summary>
    public const int AtATime = 1_000;

    /// <summary>How long they are kept there.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>Why they are not written; null when every in-sync replica has all of them.</returns>
    public async Task<string?> WriteAsync(IReadOnlyList<RejectedRecord> records)
    {
        var deliveries = await Task.WhenAll(records.Select(WriteAsync));
        var failed = deliveries.FirstOrDefault(d => d.Outcome is WriteOutcome.NotWritten or WriteOutcome.Unknown);
        if (failed.Reason is not null) return $"{Topics.Rejected} could not be written: {failed.Reason}";

        // It came from a topic that takes larger ones, and never fits: nobody gains by waiting for it.
        for (var i = 0; i < records.Count; i++)
            if (deliveries[i].Outcome == WriteOutcome.TooLarge) RejectedTooLarge(records[i].Partition.Topic, records[i].Partition.Index, records[i].Offset, records[i].Reason);
        return null;
    }

    private async Task<Delivery> WriteAsync(RejectedRecord record)
    {
        using var batch = new RecordBatch(time.GetUtcNow().ToUnixTimeMilliseconds(), record.Value.Length + 512);
        AddHeader("reason", record.Reason);
        AddHeader("topic", record.Partition.Topic);
        AddHeader("partition", record.Partition.Index.ToString(CultureInfo.InvariantCulture));
        AddHeader("offset", record.Offset.ToString(CultureInfo.InvariantCulture));
        AddHeader("time", record.ReceiveTime.ToString(CultureInfo.InvariantCulture));
        batch.AddAsItCame(Topics.Rejected, record.Key, record.Value);
        return (await producer.ProduceAsync(batch)).Single();

        void AddHeader(string name, string value) => batch.AddHeader(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
    }

    [LoggerMessage(LogLevel.Error, "A rejected record is too large for edm-rejected and stays at {Topic}[{Partition}] @ {Offset} alone: {Reason}")]
    private partial void RejectedTooLarge(string topic, int partition, long offset, string reason);
}
