using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EdmTesting.Otlp;

/// <summary>A collector that services export to: it keeps the spans that it is sent, and takes metrics unread.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>The spans that came so far.</summary>
    public IReadOnlyCollection<ReceivedSpan> Spans => _spans;

    /// <summary>What a service is started with to export here, every few seconds.</summary>
    public (string Name, string? Value)[] Settings =>
        [("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    /// <summary>The same, for who waits for a span.</summary>
    public (string Name, string? Value)[] SettingsAtOnce => [.. Settings, ("OTEL_BSP_SCHEDULE_DELAY", "50")];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", receiver.TakeAsync);
        receiver._app.MapPost("/v1/metrics", Answer);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The names from the root of its trace down to a span, in order; a parent that is not there yet is a question mark.</summary>
    public IReadOnlyList<string> WayTo(ReceivedSpan span)
    {
        List<string> way = [span.Name];
        for (var at = span; at.Parent.Length > 0; way.Insert(0, at.Name))
        {
            if (_spans.FirstOrDefault(s => s.Id == at.Parent) is not { } parent) return ["?", .. way];
            at = parent;
        }

        return way;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        foreach (var span in TraceExport.Read(body.ToArray())) _spans.Enqueue(span);
        Answer(context);
    }

    // An empty message says that all was taken.
    private static void Answer(HttpContext context) => context.Response.ContentType = "application/x-protobuf";
}
