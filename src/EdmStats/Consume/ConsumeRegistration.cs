using EdmContracts;
using EdmHosting;
using EdmKafka;
using EdmStats.Persist;
using EdmStats.Tables;

namespace EdmStats.Consume;

/// <summary>Registers the reading of the input topics.</summary>
public static class ConsumeRegistration
{
    public static void AddHistoryConsume(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<StatsOptions>("Stats", o => o.Check());
        builder.AddSettings<CountOptions>("Count", o => o.Check());
        var services = builder.Services;
        services.AddSingleton(new NeededTopic(Topics.Rejected, Partitions: 1, RejectedRecords.Kept));
        services.AddSingleton<StoredBeginning>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<HistoryState>();
        services.AddHealthChecks().AddCheck<HistoryState>("history");
        services.AddConsumerLoop<HistoryReader>(builder.ConsumerGroup(options.Group));
    }
}
