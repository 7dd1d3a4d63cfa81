using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EdmTesting;

namespace Count;

/// <summary>A node in a process of its own that reads the log again, and what that process uses.</summary>
internal sealed class StreamNode : IAsyncDisposable
{
    // Log lines, by their templates.
    private const string Assigned = " assigned ", ReadAgain = "read again";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2), Patience = TimeSpan.FromMinutes(5);

    private readonly ServiceProcess _service;
    private readonly TimeProvider _time;

    private StreamNode(ServiceProcess service, TimeProvider time) => (_service, _time) = (service, time);

    /// <param name="service">The project's name.</param>
    /// <param name="bootstrapServers">The cluster.</param>
    /// <param name="prefix">Stands before the names of its topics and its group.</param>
    /// <param name="group">Its consumer group, of its own: who joins another node's waits for it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">What it is told besides.</param>
    public static async Task<StreamNode> StartAsync(
        string service, string bootstrapServers, string prefix, string group, TimeProvider time, params (string Name, string? Value)[] settings) => new(
        await ServiceProcess.StartAsync(service, [("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers), ("KAFKA_PREFIX", prefix), ("Stream__Group", group), .. settings]),
        time);

    /// <summary>Follows it until it has read the log again.</summary>
    public async Task<Round> FollowAsync()
    {
        if (Printed(Assigned)) throw new InvalidOperationException("The node had its partitions before anyone looked: nothing can be measured.");
        await PrintsAsync(Assigned);
        var (start, cpuBefore) = (_time.GetTimestamp(), Cpu());
        await PrintsAsync(ReadAgain);
        var (elapsed, cpu) = (_time.GetElapsedTime(start), Cpu());
        return new Round(elapsed, cpu - cpuBefore, cpuBefore, Memory("VmHWM"));
    }

    /// <summary>What it shows once it is live.</summary>
    public async Task<JsonElement> SnapshotAsync()
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        JsonElement snapshot = default;
        await Eventually.EqualAsync("live", LookAsync, within: TimeSpan.FromSeconds(10));
        return snapshot;

        async Task<string?> LookAsync() => (snapshot = await http.GetFromJsonAsync<JsonElement>("live/snapshot?window=60")).GetProperty("state").GetString();
    }

    /// <summary>A line of <c>/proc/PID/status</c> about memory, in bytes.</summary>
    public long Memory(string name)
    {
        var line = File.ReadLines($"/proc/{_service.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private bool Printed(string text) => _service.Printed.Any(line => line.Contains(text, StringComparison.Ordinal));

    private async Task PrintsAsync(string text)
    {
        using var timer = new PeriodicTimer(Look, _time);
        for (var start = _time.GetTimestamp(); !Printed(text); await timer.WaitForNextTickAsync())
        {
            if (_service.End.IsCompleted || _time.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"The node never said \"{text}\". It printed:\n{string.Join('\n', _service.Printed.TakeLast(40))}");
        }
    }

    private TimeSpan Cpu()
    {
        using var process = Process.GetProcessById(_service.Id);
        return process.TotalProcessorTime;
    }
}
