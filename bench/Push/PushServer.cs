using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EdmTesting;

namespace Push;

/// <summary>A program that dashboards are connected to, in a process of its own, and what that process uses.</summary>
internal sealed class PushServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceProcess _service;
    private readonly PushServer? _source;

    private PushServer(ServiceProcess service, PushServer? source) => (_service, _source) = (service, source);

    public Uri Hub => new(_service.Address, "live");

    /// <summary>Whether frames come only to who asks for them.</summary>
    public bool Streams => _source is null;

    /// <summary>A stream node that is live.</summary>
    /// <param name="bootstrapServers">The cluster.</param>
    /// <param name="prefix">Stands before the names of its topics and its group.</param>
    /// <param name="group">Its consumer group, of its own: who joins another node's waits for it.</param>
    public static async Task<PushServer> NodeAsync(string bootstrapServers, string prefix, string group)
    {
        var node = new PushServer(
            await ServiceProcess.StartAsync("EdmStream", ("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers), ("KAFKA_PREFIX", prefix), ("Stream__Group", group)),
            source: null);
        await Eventually.EqualAsync("live", async () => (await node.SnapshotAsync()).GetProperty("state").GetString(), Patience);
        return node;
    }

    /// <summary>The obvious one, and a node that makes the frames for it.</summary>
    public static async Task<PushServer> ObviousAsync(string bootstrapServers, string prefix, string group)
    {
        var source = await NodeAsync(bootstrapServers, prefix, group);
        return new PushServer(await ServiceProcess.StartAsync("ObviousPush", ("SOURCE", source._service.Address.ToString())), source);
    }

    /// <summary>All that a node shows now.</summary>
    public async Task<JsonElement> SnapshotAsync()
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        return await http.GetFromJsonAsync<JsonElement>("live/snapshot?window=30");
    }

    /// <summary>CPU time so far.</summary>
    public TimeSpan Cpu()
    {
        using var process = Process.GetProcessById(_service.Id);
        return process.TotalProcessorTime;
    }

    /// <summary>The memory that it holds now, in bytes.</summary>
    public long Memory()
    {
        var line = File.ReadLines($"/proc/{_service.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        if (_source is not null) await _source.DisposeAsync();
    }
}
