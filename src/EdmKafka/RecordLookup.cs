using System.Text;
using Confluent.Kafka;
using EdmContracts;

namespace EdmKafka;

/// <summary>
/// Finds one record by its place, for somebody who wants to see it: by a consumer of its own, which is in no group. A few at
/// a time. Any thread may ask.
/// </summary>
public sealed class RecordLookup(ClientConfigs configs, TopicNames names, ClientLog clientLog) : IDisposable
{
    private const int AtATime = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turns = new(AtATime);

    /// <param name="place">The topic and partition.</param>
    /// <param name="offset">The offset.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn.</param>
    /// <returns>The record; null when the log does not hold it (any more), or the brokers do not tell in time.</returns>
    public async Task<FoundRecord?> FindAsync(LogPartition place, long offset, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            // The client has no way to ask that does not hold up its thread.
            return await Task.Run(() => Find(place, offset), CancellationToken.None);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private FoundRecord? Find(LogPartition place, long offset)
    {
        using var log = new LogStretches(configs, names, clientLog);
        using var patience = new CancellationTokenSource(Patience);
        FoundRecord? found = null;
        try
        {
            log.Read(
                new Dictionary<LogPartition, (long, long)> { [place] = (offset, offset + 1) },
                (scoped in record) => found = new FoundRecord(Encoding.UTF8.GetString(record.Value), record.ReceiveTime),
                patience.Token);
            return found;
        }
        catch (Exception e) when (e is KafkaException or OperationCanceledException)
        {
            return null;
        }
    }
}

/// <param name="Json">The record's bytes as text; what is no UTF-8 in it is replaced.</param>
/// <param name="ReceivedTime">The Kafka record's timestamp: milliseconds since 1970.</param>
public sealed record FoundRecord(string Json, long ReceivedTime);
