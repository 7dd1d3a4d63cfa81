using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EdmWeb.Tests.Invite;

/// <summary>A real server in the relay's place, which takes all that comes and counts it.</summary>
internal sealed class ListeningRelay : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _events;

    private ListeningRelay(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public int Events => Volatile.Read(ref _events);

    public static async Task<ListeningRelay> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var relay = new ListeningRelay(builder.Build());
        relay._app.MapPost("/events", async (HttpContext context) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var count = body.RootElement.GetProperty("events").GetArrayLength();
            Interlocked.Add(ref relay._events, count);
            return TypedResults.Ok(new { accepted = count, rejected = Array.Empty<object>() });
        });
        await relay._app.StartAsync(TestContext.Current.CancellationToken);
        return relay;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
