using EdmContracts;
using EdmHosting;
using EdmHosting.Access;
using EdmKafka;
using EdmStream.Consume;

namespace EdmStream.Pipeline;

/// <summary>Registers the watching of the pipeline, which the hub tells of, and the file of what was rejected.</summary>
public static class PipelineRegistration
{
    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<StreamOptions>("Stream", o => o.Check());

        // The other service's own setting, where both are told alike; in the demo they always are.
        var history = builder.Configuration["Stats:Group"] is { Length: > 0 } group ? group : ConsumerGroups.History;
        builder.Services.AddSingleton(new PipelineGroups(builder.ConsumerGroup(options.Group), history));
        builder.Services.AddSingleton<PipelineMaker>();
        builder.Services.AddSingleton<Func<IClusterFacts>>(s => () => ActivatorUtilities.CreateInstance<ClusterFacts>(s));
        builder.Services.AddSingleton<PipelineFeed>();
    }

    public static void MapPipeline(this WebApplication app) => app.MapGet("/live/rejected", RejectedFile.GetAsync)
        .ForViewers()
        .WithTags("Live")
        .WithSummary("What could not be read, as CSV: the newest records of edm-rejected, with their reasons and where they came from.");
}
