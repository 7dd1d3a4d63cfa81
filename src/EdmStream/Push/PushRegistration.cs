using EdmHosting.Access;
using EdmKafka;

namespace EdmStream.Push;

/// <summary>Registers the way to the dashboards.</summary>
public static class PushRegistration
{
    public static void AddPush(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(signalR => signalR.MaximumReceiveMessageSize = 4 * 1024);
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddSingleton<EventLog>();
        builder.Services.AddSingleton<OwnProgress>();
        builder.Services.AddSingleton<PartitionCount>(services => () => services.GetRequiredService<TopicSetup>().PartitionCount);
        builder.Services.AddSingleton<MomentMaker>();
        builder.Services.AddSingleton<FrameDeltas>();
        builder.Services.AddSingleton<FrameStream>();
    }

    public static void MapPush(this WebApplication app)
    {
        app.MapHub<LiveHub>("/live").ForViewers();
        app.MapGet("/live/snapshot", SnapshotEndpoint.GetAsync)
            .ForViewers()
            .WithTags("Live")
            .WithSummary("All figures as of now; the same content as the first frame of the hub's stream Frames.");
    }
}
