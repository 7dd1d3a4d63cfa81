using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace EdmWeb.Tests.Forward;

/// <summary>A service behind the one that is tested: says its name and what it was asked, and sends back what comes over a WebSocket.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly string _name;
    private readonly WebApplication _app;
    private int _probes;

    private StandIn(string name, X509Certificate2? certificate)
    {
        _name = name;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0");
        if (certificate is not null) builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGet("/health/ready", Ready);
        _app.MapFallback(AnswerAsync);
    }

    public string Address => _app.Urls.Single();

    public bool IsReady { get; set; } = true;

    /// <summary>How often it was asked whether it is ready.</summary>
    public int Probes => _probes;

    /// <summary>The headers of the last question; null when nothing has been asked.</summary>
    public Dictionary<string, string?>? Heard { get; private set; }

    /// <param name="certificate">What it shows over TLS; null: it speaks none.</param>
    public static async Task<StandIn> StartAsync(string name, X509Certificate2? certificate = null)
    {
        var service = new StandIn(name, certificate);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private StatusCodeHttpResult Ready()
    {
        Interlocked.Increment(ref _probes);
        return TypedResults.StatusCode(IsReady ? 200 : 503);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        Heard = request.Headers.ToDictionary(h => h.Key, h => (string?)h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await context.Response.WriteAsync($"{_name}: {request.Method} {request.Path}{request.QueryString}", context.RequestAborted);
            return;
        }

        using var line = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        var heard = await line.ReceiveAsync(buffer, context.RequestAborted);
        await line.SendAsync(buffer.AsMemory(0, heard.Count), heard.MessageType, true, context.RequestAborted);
    }
}
