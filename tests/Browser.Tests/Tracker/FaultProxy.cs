using System.Collections.Concurrent;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Browser.Tests.Tracker;

/// <summary>
/// Stands between the pages of a tiny shop and the relay, remembers the tracker's requests and harms them as told. It serves
/// the shop too, so that all is of one origin: any one-word path is a page, and its buttons are <c>path-1</c> and so on.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    public const int Buttons = 20;

    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;
    private volatile Fault _fault = Faults.None;
    private volatile int _flying, _busy;

    private FaultProxy(Uri relay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        var tracker = Path.Combine(Repository.Root, "src", "EdmWeb", "wwwroot", "tracker", "edm.js");
        _app.MapGet("/tracker/edm.js", () => Results.File(tracker, "text/javascript"));
        _app.MapGet("/{page}", (string page, HttpContext context) =>
        {
            if (Policy is not null) context.Response.Headers.ContentSecurityPolicy = Policy;
            return Results.Content(PageOf(page), MediaTypeNames.Text.Html);
        });
        _app.MapGet("/favicon.ico", () => Results.NoContent());
        _app.MapGet("/busy", async () =>
        {
            Interlocked.Increment(ref _busy);
            await Idle.Task;
        });
        _app.MapPost("/events", context => MeetAsync(context, relay));
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What happens to requests that come from now on.</summary>
    public Fault Fault { get => _fault; set => _fault = value; }

    /// <summary>The pages' Content-Security-Policy.</summary>
    public string? Policy { get; set; }

    /// <summary>All requests so far, in the order of their coming.</summary>
    public IReadOnlyCollection<SentRequest> Requests => _requests;

    /// <summary>How many requests it has on its hands.</summary>
    public int Flying => _flying;

    /// <summary>How many requests for <c>/busy</c> have come: they are answered when the proxy is <see cref="Idle"/>.</summary>
    public int Busy => _busy;

    public TaskCompletionSource Idle { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<FaultProxy> StartAsync(Uri relay)
    {
        var proxy = new FaultProxy(relay);
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task MeetAsync(HttpContext context, Uri relay)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var envelope = JsonElement.Parse(body.ToArray());
        var ids = envelope.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event_id").GetString()!);
        var request = new SentRequest(envelope.GetProperty("sent_timestamp").GetInt64(), [.. ids]);
        _requests.Enqueue(request);
        Interlocked.Increment(ref _flying);
        try
        {
            request.Answered = await Fault(new Exchange(context, body.ToArray(), _http, relay));
        }
        finally
        {
            Interlocked.Decrement(ref _flying);
        }
    }

    private static string PageOf(string page) =>
        $"""
        <!doctype html>
        <html lang="en">
        <title>{page}</title>
        {(page == Shop.PageWithoutTracker ? "" : """<script src="/tracker/edm.js" data-endpoint="/events" defer></script>""")}
        {string.Concat(Enumerable.Range(1, Buttons).Select(n => $"<button data-edm-click=\"{page}-{n}\">{n}</button>\n"))}
        """;
}
