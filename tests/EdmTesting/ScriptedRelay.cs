using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EdmTesting;

/// <summary>A real server in the relay's place: it keeps what senders post to <c>/events</c> and answers as the test says.</summary>
public sealed class ScriptedRelay : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedBody> _received = new(), _accepted = new();
    private readonly WebApplication _app;
    private int _number = -1;

    private ScriptedRelay(Func<ReceivedBody, HttpResponse, Task<(int Status, string Json)>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/events", async context =>
        {
            var body = await ReadAsync(context.Request);
            _received.Enqueue(body);
            var (status, json) = await answer(body, context.Response);
            if (status == StatusCodes.Status200OK) _accepted.Enqueue(body);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json);
        });
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>All bodies, in the order in which they came.</summary>
    public IReadOnlyList<ReceivedBody> Received => [.. _received];

    /// <summary>The events of the bodies that were answered 200, in the order of the answers.</summary>
    public IReadOnlyList<JsonObject> Accepted => [.. _accepted.SelectMany(body => body.Events)];

    /// <param name="answer">Answers a body by a status and a JSON text.</param>
    public static async Task<ScriptedRelay> StartAsync(Func<ReceivedBody, HttpResponse, Task<(int Status, string Json)>> answer)
    {
        var relay = new ScriptedRelay(answer);
        await relay._app.StartAsync(TestContext.Current.CancellationToken);
        return relay;
    }

    /// <summary>Answers each body with the next of these, and every further one with the last; accepts all when there is none.</summary>
    public static Task<ScriptedRelay> StartAsync(params (int Status, string Json)[] answers) =>
        StartAsync((body, _) => Task.FromResult(answers.Length == 0 ? body.Accepted : answers[Math.Min(body.Number, answers.Length - 1)]));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<ReceivedBody> ReadAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        var root = JsonNode.Parse(bytes.ToArray())!;
        var events = root as JsonArray ?? root["events"]!.AsArray();
        var sent = root is JsonObject ? (long?)root["sent_timestamp"] : null;
        return new(
            Interlocked.Increment(ref _number), sent, [.. events.Select(e => e!.AsObject())], request.Headers.Authorization.ToString(), (int)bytes.Length);
    }
}

/// <summary>A body that a sender posted.</summary>
/// <param name="Number">From 0, in the order in which they came.</param>
/// <param name="Sent">The envelope's <c>sent_timestamp</c>; null for an array of events.</param>
/// <param name="Events">Its events.</param>
/// <param name="Authorization">The header of that name; empty where there was none.</param>
/// <param name="Bytes">Its length.</param>
public sealed record ReceivedBody(int Number, long? Sent, IReadOnlyList<JsonObject> Events, string Authorization, int Bytes)
{
    /// <summary>The events' ids.</summary>
    public IReadOnlyList<string> Ids => [.. Events.Select(e => (string)e["event_id"]!)];

    /// <summary>The relay's answer when it has taken all of it.</summary>
    public (int Status, string Json) Accepted => (StatusCodes.Status200OK, $$"""{"accepted":{{Events.Count}},"rejected":[]}""");
}
