using Testcontainers.Kafka;

namespace EdmTesting;

/// <summary>One Kafka node in a container: for machines that have Docker and no Kafka distribution.</summary>
internal sealed class ContainedKafka : IAsyncDisposable
{
    // The same as docker-compose.yml's. The tests make their own topics, as the services do.
    private readonly KafkaContainer _container = new KafkaBuilder("apache/kafka:4.3.1")
        .WithEnvironment("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .Build();

    private ContainedKafka()
    {
    }

    public string BootstrapServers => new Uri(_container.GetBootstrapAddress()).Authority;

    public static async Task<ContainedKafka> StartAsync()
    {
        var kafka = new ContainedKafka();
        await kafka._container.StartAsync();
        return kafka;
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
