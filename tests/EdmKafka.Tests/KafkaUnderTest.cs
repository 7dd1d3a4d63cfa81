using Confluent.Kafka;
using EdmContracts;
using EdmDemo.EmbeddedBroker;

namespace EdmKafka.Tests;

/// <summary>A broker, and a prefix on it that is this test's alone.</summary>
internal sealed class KafkaUnderTest : IDisposable
{
    private readonly EmbeddedKafka? _embedded;

    private KafkaUnderTest(string servers, EmbeddedKafka? embedded, string prefix, params (string Key, string Value)[] more)
    {
        Servers = servers;
        _embedded = embedded;
        Prefix = prefix;
        Settings = [("Kafka:BootstrapServers", servers), ("Kafka:Prefix", prefix), .. more];
    }

    public string Servers { get; }

    public string Prefix { get; }

    /// <summary>What a program that uses it is configured with.</summary>
    public (string Key, string Value)[] Settings { get; }

    /// <summary>Of the embedded kind only.</summary>
    public EmbeddedKafka Embedded => _embedded ?? throw new InvalidOperationException("A real broker is not at hand like this.");

    /// <summary>On a real broker the program has yet to make its topics.</summary>
    public static async Task<KafkaUnderTest> OfAsync(KafkaKind kind, SharedKafka shared) =>
        kind == KafkaKind.Embedded ? NewEmbedded() : On(await shared.BootstrapServersAsync());

    /// <summary>The topics are there, with three partitions each.</summary>
    public static async Task<KafkaUnderTest> WithThreePartitionsAsync(KafkaKind kind, SharedKafka shared)
    {
        var kafka = kind == KafkaKind.Embedded ? On(new EmbeddedKafka()) : On(await shared.BootstrapServersAsync());
        foreach (var topic in Topics.Input)
        {
            if (kind == KafkaKind.Real) await ClusterTopics.CreateAsync(kafka.Servers, kafka.Prefix + topic, partitions: 3);
            else Assert.Equal(0, MockCluster.CreateTopic(kafka.Embedded.Cluster, kafka.Prefix + topic, partitions: 3, replicas: 1));
        }

        return kafka;
    }

    public static KafkaUnderTest On(string servers) => new(servers, embedded: null, SharedKafka.NewPrefix());

    public static KafkaUnderTest NewEmbedded()
    {
        var prefix = SharedKafka.NewPrefix();
        return On(new EmbeddedKafka(prefix), prefix);
    }

    private static KafkaUnderTest On(EmbeddedKafka embedded, string? prefix = null)
    {
        prefix ??= SharedKafka.NewPrefix();
        return new(
            embedded.BootstrapServers, embedded, prefix,
            ("Kafka:CreateTopics", "false"), ("Kafka:BrokerTimes", "false"), ("Kafka:ClusterId", prefix));
    }

    /// <summary>All that an input topic holds. A topic just made may take a moment until each of its partitions can be read.</summary>
    public async Task<IReadOnlyList<ConsumeResult<byte[], byte[]>>> ReadAllAsync(string topic)
    {
        IReadOnlyList<ConsumeResult<byte[], byte[]>> records = [];
        await Eventually.PassesAsync(async () => records = await ClusterTopics.ReadAllAsync(Servers, Prefix + topic), KafkaHost.Patience);
        return records;
    }

    public void Dispose() => _embedded?.Dispose();
}
