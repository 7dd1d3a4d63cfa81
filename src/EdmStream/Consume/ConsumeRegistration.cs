using EdmContracts;
using EdmHosting;
using EdmKafka;
using EdmStream.Share;

namespace EdmStream.Consume;

/// <summary>Registers the reading of the input topics.</summary>
public static class ConsumeRegistration
{
    public static void AddConsume(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<StreamOptions>("Stream", o => o.Check());
        builder.AddSettings<CountOptions>("Count", o => o.Check());
        builder.Services.AddSingleton(LiveTopic.Needed);
        builder.Services.AddSingleton(services => new LiveVoice(services.GetRequiredService<RecordProducer>().ProduceAsync, services.GetRequiredService<ILogger<LiveVoice>>()));
        builder.Services.AddSingleton<MomentMaker>();
        builder.Services.AddSingleton<RecordCounter>();
        builder.Services.AddConsumerLoop<RecordCounter>(builder.ConsumerGroup(options.Group));
    }
}
