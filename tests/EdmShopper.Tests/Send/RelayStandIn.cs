using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdmShopper.Tests.Send;

/// <summary>A real server in the relay's place, which answers as the test wants and remembers what it was sent.</summary>
internal sealed class RelayStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenBody> _seen = new();

    private RelayStandIn(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The bodies in the order in which they came.</summary>
    public IReadOnlyList<SeenBody> Seen => [.. _seen];

    /// <param name="answer">Is given the body and its number, from 0; answers by a status and a JSON text, and headers where it wants.</param>
    public static async Task<RelayStandIn> StartAsync(Func<SeenBody, int, HttpResponse, Task<(int Status, string Json)>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var relay = new RelayStandIn(app);
        var number = -1;
        app.MapPost("/events", async context =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            using var json = JsonDocument.Parse(bytes.ToArray());
            var root = json.RootElement;
            var body = new SeenBody(
                root.GetProperty("sent_timestamp").GetInt64(),
                [.. root.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event_id").GetString()!)],
                context.Request.Headers.Authorization.ToString(),
                (int)bytes.Length);
            relay._seen.Enqueue(body);
            var (status, text) = await answer(body, Interlocked.Increment(ref number), context.Response);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(text);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        relay.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return relay;
    }

    /// <summary>Answers each body in its turn; from the last answer on, that one.</summary>
    public static Task<RelayStandIn> InTurnAsync(params (int Status, string Json)[] answers) =>
        StartAsync((_, number, _) => Task.FromResult(answers[Math.Min(number, answers.Length - 1)]));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
