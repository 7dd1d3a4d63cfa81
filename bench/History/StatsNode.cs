using System.Diagnostics;
using System.Globalization;
using Count;
using EdmTesting;

namespace History;

/// <summary>The service in a process of its own, and what that process uses.</summary>
internal sealed class StatsNode(ServiceProcess service, TimeProvider time) : IAsyncDisposable
{
    // Log lines, by their templates.
    private const string Assigned = " assigned ", Counted = "The log was counted";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2), Patience = TimeSpan.FromMinutes(5);

    public static async Task<StatsNode> StartAsync(string bootstrapServers, string prefix, string group, string database, TimeProvider time) => new(
        await ServiceProcess.StartAsync(
            "EdmStats", ("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers), ("KAFKA_PREFIX", prefix), ("Stats__Group", group), ("DATABASE_URL", database),
            ("ASPNETCORE_ENVIRONMENT", "Development")),
        time);

    /// <summary>Where it listens.</summary>
    public Uri Address => service.Address;

    /// <summary>Ends when it has its partitions.</summary>
    public Task AssignedAsync() => PrintsAsync(Assigned);

    /// <summary>Follows it from the assignment of its partitions until it has counted all that was there.</summary>
    public async Task<Round> FollowAsync()
    {
        await PrintsAsync(Assigned);
        var (start, before) = (time.GetTimestamp(), Cpu());
        await PrintsAsync(Counted);
        return new Round(time.GetElapsedTime(start), Cpu() - before, before, PeakMemory());
    }

    public void Kill() => service.Signal("KILL");

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private bool Printed(string text) => service.Printed.Any(line => line.Contains(text, StringComparison.Ordinal));

    private async Task PrintsAsync(string text)
    {
        using var timer = new PeriodicTimer(Look, time);
        for (var start = time.GetTimestamp(); !Printed(text); await timer.WaitForNextTickAsync())
        {
            if (service.End.IsCompleted || time.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException($"The service never said \"{text}\". It printed:\n{string.Join('\n', service.Printed.TakeLast(40))}");
        }
    }

    private long PeakMemory()
    {
        var line = File.ReadLines($"/proc/{service.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private TimeSpan Cpu()
    {
        using var process = Process.GetProcessById(service.Id);
        return process.TotalProcessorTime;
    }
}
