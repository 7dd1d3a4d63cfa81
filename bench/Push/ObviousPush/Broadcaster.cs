using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace ObviousPush;

/// <summary>Tells all dashboards the newest frame.</summary>
internal sealed class Broadcaster(IHubContext<LiveHub> hub, IConfiguration configuration, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var node = new HttpClient { BaseAddress = new Uri(configuration["SOURCE"]!) };
        using var timer = new PeriodicTimer(Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var frame = await node.GetFromJsonAsync<JsonElement>("live/snapshot?window=30", stoppingToken);
            await hub.Clients.All.SendAsync("frame", frame, stoppingToken);
        }
    }
}
