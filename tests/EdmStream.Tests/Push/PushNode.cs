using System.Net;
using EdmContracts;
using EdmHosting;
using EdmKafka;
using EdmStream.Pipeline;
using EdmStream.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdmStream.Tests.Push;

/// <summary>
/// The way to the dashboards on a real web server, told its moments by the test; beside it a hub as one would write it first.
/// Buffers are small, so that who does not read is soon noticed.
/// </summary>
internal sealed class PushNode : IAsyncDisposable
{
    /// <summary>What each buffer between the node and a dashboard holds at most; the kernel doubles its own.</summary>
    public const int Buffer = 4 * 1024;

    private readonly WebApplication _app;

    private PushNode(WebApplication app) => _app = app;

    public LiveFeed Feed => _app.Services.GetRequiredService<LiveFeed>();

    public StreamProgress Progress => _app.Services.GetRequiredService<StreamProgress>();

    /// <param name="hub"><c>live</c> or <c>broadcast</c>.</param>
    /// <param name="name">What the connection is called.</param>
    public Uri Address(string hub, string name) =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + $"/{hub}?name={name}");

    /// <summary>Ends when the frame is on the way to everybody, as an obvious hub sees it.</summary>
    public Task BroadcastAsync(LiveFrame frame) => _app.Services.GetRequiredService<IHubContext<BroadcastHub>>().Clients.All.SendAsync("frame", frame);

    public static async Task<PushNode> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            // What is accepted inherits it.
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = Buffer;
            return socket;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxResponseBufferSize = Buffer;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        AddLookup(builder);
        builder.AddPush();
        builder.AddPipeline();
        builder.Services.AddSingleton<StreamProgress>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSignalR(signalR => signalR.AddFilter<StreamProgress>());

        var app = builder.Build();
        app.MapHub<LiveHub>("/live", Options);
        app.MapHub<BroadcastHub>("/broadcast", Options);
        await app.StartAsync(cancellationToken);
        return new PushNode(app);

        static void Options(HttpConnectionDispatcherOptions options)
        {
            options.TransportMaxBufferSize = options.ApplicationMaxBufferSize = Buffer;

            // Else who has not read for ten seconds is gone, and a busy machine may need longer for the test.
            options.TransportSendTimeout = TimeSpan.FromMinutes(10);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The hub wants it; nobody asks it for a record here.
    private static void AddLookup(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(KafkaSettings.Read(builder.Configuration, builder.Mistakes()));
        builder.Services.AddSingleton(new TopicNames(""));
        builder.Services.AddSingleton<ClientConfigs>();
        builder.Services.AddSingleton<ClientLog>();
        builder.Services.AddSingleton<RecordLookup>();
    }

    internal sealed class BroadcastHub : Hub;
}
