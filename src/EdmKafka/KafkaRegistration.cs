using EdmHosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdmKafka;

/// <summary>Everything that a service needs to speak with Kafka.</summary>
public static class KafkaRegistration
{
    public static void AddKafka(this WebApplicationBuilder builder)
    {
        var settings = KafkaSettings.Read(builder.Configuration, builder.Mistakes());
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(new TopicNames(settings.Options.Prefix));
        services.AddSingleton<ClientConfigs>();
        services.AddSingleton<ClientLog>();
        services.AddSingleton<RecordProducer>();
        services.AddSingleton<RecordLookup>();
        services.AddSingleton<LogIds>();
        services.AddSingleton<BrokerWatch>();
        services.AddSingleton<TopicSetup>();
        services.AddHostedService(s => s.GetRequiredService<BrokerWatch>());
        services.AddHostedService(s => s.GetRequiredService<TopicSetup>());
        services.AddHealthChecks().AddCheck<BrokerHealth>("kafka");
    }

    /// <summary>Lets a reader follow the input topics as a member of a group.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="group">The group's name without the prefix.</param>
    public static void AddConsumerLoop<TReader>(this IServiceCollection services, string group) where TReader : class, IPartitionReader =>
        // Not AddHostedService: it takes a second loop, for another group in the same process, for the same service.
        services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<ConsumerLoop>(s, group, s.GetRequiredService<TReader>()));

    /// <summary>Lets a reader follow a topic of one partition from its beginning.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="topic">Its logical name.</param>
    public static void AddTopicFollower<TReader>(this IServiceCollection services, string topic) where TReader : class, ITopicReader =>
        services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<TopicFollower>(s, new LogPartition(topic, 0), s.GetRequiredService<TReader>()));

    /// <summary>The group that a service reads as: its own section's, unless the variable of 2018 names one.</summary>
    public static string ConsumerGroup(this WebApplicationBuilder builder, string ofSection) =>
        builder.Configuration["KAFKA_CONSUMER_GROUP"] is { Length: > 0 } group ? group : ofSection;
}
