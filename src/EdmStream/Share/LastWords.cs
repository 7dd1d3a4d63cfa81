using EdmContracts;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>Reads what was said on <c>edm-live</c> up to now.</summary>
internal sealed class LastWords(ClientConfigs configs, TopicNames names, ClientLog clientLog, IHostApplicationLifetime program)
{
    private static readonly LogPartition Live = new(Topics.Live, 0);

    /// <summary>By partition.</summary>
    /// <exception cref="Confluent.Kafka.KafkaException">The brokers do not answer.</exception>
    /// <exception cref="OperationCanceledException">The program is stopping.</exception>
    public IReadOnlyDictionary<int, SaidPartition> Read()
    {
        using var log = new LogStretches(configs, names, clientLog);
        var words = new SaidWords();
        log.Read(
            new Dictionary<LogPartition, (long, long)> { [Live] = log.Offsets.Bounds(Live) },
            (scoped in record) => words.Take(record.Key, record.Value),
            program.ApplicationStopping);
        return words.Partitions();
    }
}
