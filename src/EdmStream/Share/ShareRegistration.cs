using EdmContracts;
using EdmKafka;

namespace EdmStream.Share;

/// <summary>Registers what nodes say to each other on <c>edm-live</c>.</summary>
public static class ShareRegistration
{
    public static void AddShare(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(LiveTopic.Needed);
        builder.Services.AddSingleton(services => new ClockCheck(services.GetRequiredService<KafkaSettings>().Options.BrokerTimes, services.GetRequiredService<ILogger<ClockCheck>>()));
        builder.Services.AddHealthChecks().AddCheck<ClockCheck>("clock");
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<LiveVoice>(services, (Func<RecordBatch, Task<Delivery[]>>)services.GetRequiredService<RecordProducer>().ProduceAsync));
        builder.Services.AddSingleton<SharedState>();
        builder.Services.AddSingleton<LiveFollower>();
        builder.Services.AddSingleton<SaidBefore>(services => services.GetRequiredService<LiveFollower>().SaidBefore);
        builder.Services.AddTopicFollower<LiveFollower>(Topics.Live);
    }
}
