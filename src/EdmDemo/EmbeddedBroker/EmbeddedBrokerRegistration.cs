using EdmKafka;

namespace EdmDemo.EmbeddedBroker;

/// <summary>
/// Starts the embedded broker where no Kafka is configured. What it cannot do is told to the services by settings
/// alone: none of them knows that it exists.
/// </summary>
public static class EmbeddedBrokerRegistration
{
    public static void AddEmbeddedBroker(this WebApplicationBuilder builder)
    {
        if (KafkaSettings.NameBrokers(builder.Configuration)) return;
        var broker = new EmbeddedKafka(KafkaSettings.PrefixOf(builder.Configuration));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kafka:BootstrapServers"] = broker.BootstrapServers,
            ["Kafka:CreateTopics"] = "false",
            ["Kafka:ClusterId"] = Guid.NewGuid().ToString(),
            ["Kafka:BrokerTimes"] = "false",
        });

        // It lives as long as the process: nothing is left to save when it ends.
        builder.Services.AddSingleton(broker);
    }
}
