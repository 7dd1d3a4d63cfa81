using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Scale;

/// <summary>Stream nodes of one group, each a process of its own.</summary>
internal sealed class Group : IAsyncDisposable
{
    // A log line, by its template.
    private const string Assigned = " assigned ";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50), Patience = TimeSpan.FromMinutes(5);

    private readonly ServiceProcess[] _nodes;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = new();

    private Group(ServiceProcess[] nodes, TimeProvider time) => (_nodes, _time) = (nodes, time);

    /// <param name="nodes">How many.</param>
    /// <param name="bootstrapServers">The cluster.</param>
    /// <param name="prefix">Stands before the names of their topics and their group.</param>
    /// <param name="group">The group, of their own.</param>
    /// <param name="time">The clock.</param>
    public static async Task<Group> StartAsync(int nodes, string bootstrapServers, string prefix, string group, TimeProvider time)
    {
        (string, string?)[] settings = [("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers), ("KAFKA_PREFIX", prefix), ("Stream__Group", group)];
        return new Group(await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => ServiceProcess.StartAsync("EdmStream", settings))), time);
    }

    /// <summary>Follows them until every one shows so many records.</summary>
    public async Task<Round> FollowAsync(int records)
    {
        await UntilAsync(() => Task.FromResult(Array.Exists(_nodes, HasPartitions)), "none was given partitions");
        var (start, before) = (_time.GetTimestamp(), Cpu());
        await UntilAsync(async () => (await Task.WhenAll(_nodes.Select(ReadAsync))).All(read => read == records), "not every node shows all");
        return new Round(_time.GetElapsedTime(start), Cpu() - before);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var node in _nodes) await node.DisposeAsync();
    }

    private static bool HasPartitions(ServiceProcess node) => node.Printed.Any(line => line.Contains(Assigned, StringComparison.Ordinal));

    private async Task<long> ReadAsync(ServiceProcess node)
    {
        // A node that shows nothing yet need not answer.
        using var patience = new CancellationTokenSource(Look * 10, _time);
        try
        {
            var snapshot = await _http.GetFromJsonAsync<JsonElement>(new Uri(node.Address, "live/snapshot?window=5"), patience.Token);
            return snapshot.GetProperty("partitions").EnumerateArray().Sum(p => p.GetProperty("read").GetInt64());
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }

    private TimeSpan Cpu() => TimeSpan.FromTicks(_nodes.Sum(node =>
    {
        using var process = Process.GetProcessById(node.Id);
        return process.TotalProcessorTime.Ticks;
    }));

    private async Task UntilAsync(Func<Task<bool>> holds, string otherwise)
    {
        using var timer = new PeriodicTimer(Look, _time);
        for (var start = _time.GetTimestamp(); !await holds(); await timer.WaitForNextTickAsync())
        {
            if (Array.Find(_nodes, n => n.End.IsCompleted) is { } ended) throw new InvalidOperationException($"A node ended. It printed:\n{string.Join('\n', ended.Printed.TakeLast(40))}");
            if (_time.GetElapsedTime(start) > Patience) throw new InvalidOperationException($"After {Patience.TotalMinutes:0} minutes {otherwise}.");
        }
    }
}
