using EdmContracts;
using EdmHosting;
using EdmKafka;

namespace EdmStream.Consume;

/// <summary>Registers the reading of the input topics.</summary>
public static class ConsumeRegistration
{
    public static void AddConsume(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<StreamOptions>("Stream", o => o.Check());
        builder.AddSettings<CountOptions>("Count", o => o.Check());
        builder.Services.AddSingleton<TakingOver>();
        builder.Services.AddSingleton<RecordCounter>();
        builder.Services.AddConsumerLoop<RecordCounter>(builder.ConsumerGroup(options.Group));
    }
}
