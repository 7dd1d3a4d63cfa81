using Confluent.Kafka;
using Microsoft.Extensions.Hosting;

namespace EdmKafka;

/// <summary>The clients' configurations. The only place where a setting of librdkafka is named.</summary>
public sealed class ClientConfigs(KafkaSettings settings, IHostEnvironment environment)
{
    /// <summary>How long a record may wait for its acknowledgement before the sender is told to try again.</summary>
    public static readonly TimeSpan DeliveryDeadline = TimeSpan.FromSeconds(10);

    /// <summary>The largest record that a producer hands over, in bytes. A broker may take less, and then says so.</summary>
    public const int LargestRecord = 16 * 1024 * 1024;

    public ProducerConfig Producer() => new(Common())
    {
        MessageMaxBytes = LargestRecord,
        Acks = Acks.All,
        EnableIdempotence = true,
        MessageTimeoutMs = (int)DeliveryDeadline.TotalMilliseconds,
        LingerMs = 1,

        // A broker's refusal for size is of the whole batch: only below any broker's limit is it the record's own.
        BatchSize = 64 * 1024,
        Partitioner = Partitioner.Murmur2Random,
    };

    public ConsumerConfig Consumer(string group) => new(Common())
    {
        GroupId = settings.Options.Prefix + group,
        PartitionAssignmentStrategy = PartitionAssignmentStrategy.Range,
        AutoOffsetReset = AutoOffsetReset.Earliest,
        EnableAutoOffsetStore = false,
        EnableAutoCommit = true,
        AutoCommitIntervalMs = 1000,
        EnablePartitionEof = true,
        SessionTimeoutMs = 10_000,
        HeartbeatIntervalMs = 3_000,

        // Records wait here for their reader, who takes a thousand in two milliseconds: what is fetched ahead is kept small, and
        // fetched again at once when there is room (librdkafka looks only once a second by itself).
        QueuedMaxMessagesKbytes = 16 * 1024,
        FetchQueueBackoffMs = 5,

        // A broker without times of its own also answers an empty fetch only when its whole wait is over.
        FetchWaitMaxMs = settings.Options.BrokerTimes ? 500 : 10,
    };

    /// <summary>For reading by place: the client wants a group's name, but never joins it.</summary>
    public ConsumerConfig Stretches() => new(Consumer("edm-stretches").ToDictionary(pair => pair.Key, pair => pair.Value))
    {
        EnableAutoCommit = false,
        AutoOffsetReset = AutoOffsetReset.Error,
    };

    /// <summary>For following a topic: where its beginning is gone, from what is the beginning now.</summary>
    public ConsumerConfig Follower() => new(Stretches().ToDictionary(pair => pair.Key, pair => pair.Value)) { AutoOffsetReset = AutoOffsetReset.Earliest };

    public AdminClientConfig Admin() => new(Common());

    // A new dictionary each time: the typed configurations write into the one that they are given.
    private Dictionary<string, string> Common()
    {
        var options = settings.Options;
        var config = new ClientConfig
        {
            BootstrapServers = options.BootstrapServers,
            ClientId = environment.ApplicationName,
            SecurityProtocol = settings.Protocol,
            AllowAutoCreateTopics = false,
            SocketKeepaliveEnable = true,
            SocketTimeoutMs = 10_000,
            ReconnectBackoffMaxMs = 2_000,
            TopicMetadataRefreshIntervalMs = 10_000,
        };
        if (!settings.VerifyHostName) config.SslEndpointIdentificationAlgorithm = SslEndpointIdentificationAlgorithm.None;
        if (options.TrustedCert.Length > 0) config.SslCaPem = options.TrustedCert;
        if (options.ClientCert.Length > 0) config.SslCertificatePem = options.ClientCert;
        if (options.ClientCertKey.Length > 0) config.SslKeyPem = options.ClientCertKey;
        if (options.SaslMechanism is { } mechanism)
        {
            config.SaslMechanism = mechanism;
            config.SaslUsername = options.SaslUsername;
            config.SaslPassword = options.SaslPassword;
        }

        return config.ToDictionary(pair => pair.Key, pair => pair.Value);
    }
}
