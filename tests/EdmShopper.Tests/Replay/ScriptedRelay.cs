using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdmShopper.Tests.Replay;

/// <summary>A relay that keeps what it gets, and answers as the test says: 200 when nothing is said.</summary>
internal sealed class ScriptedRelay : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<JsonArray> _bodies = [];
    private readonly WebApplication _app;

    private ScriptedRelay(Func<int, string, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/events", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync(context.RequestAborted);
            int number;
            lock (_lock) number = ++Requests;
            var status = answer(number, text);
            if (status == 200)
                lock (_lock) _bodies.Add(JsonNode.Parse(text)!.AsArray());
            LongestBody = Math.Max(LongestBody, text.Length);
            return Results.Json(new { accepted = 0, rejected = Array.Empty<object>() }, statusCode: status);
        });
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public int Requests { get; private set; }

    public int LongestBody { get; private set; }

    /// <summary>The events that were answered 200, body after body.</summary>
    public IReadOnlyList<JsonObject> Events
    {
        get
        {
            lock (_lock) return [.. _bodies.SelectMany(b => b).Select(e => e!.AsObject())];
        }
    }

    public IReadOnlyList<int> BodySizes
    {
        get
        {
            lock (_lock) return [.. _bodies.Select(b => b.Count)];
        }
    }

    /// <param name="answer">The status for a request, from its number (from 1) and its body.</param>
    public static async Task<ScriptedRelay> StartAsync(Func<int, string, int>? answer = null)
    {
        var relay = new ScriptedRelay(answer ?? ((_, _) => 200));
        await relay._app.StartAsync(TestContext.Current.CancellationToken);
        return relay;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
