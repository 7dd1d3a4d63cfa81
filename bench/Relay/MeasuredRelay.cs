using System.Diagnostics;
using System.Net.Sockets;
using EdmTesting;

namespace Relay;

/// <summary>A relay in a process of its own, and what that process has used.</summary>
internal sealed class MeasuredRelay : IAsyncDisposable
{
    private readonly ServiceProcess _service;
    private readonly string _socket;

    private MeasuredRelay(ServiceProcess service, string prefix, string socket) => (_service, Prefix, _socket) = (service, prefix, socket);

    /// <summary>Stands before its topics' names.</summary>
    public string Prefix { get; }

    /// <summary>The events that it has acknowledged, of all rounds.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Starts it and waits until it is ready to take events.</summary>
    public static async Task<MeasuredRelay> StartAsync(string service, string prefix, string bootstrapServers, params (string Name, string? Value)[] settings)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"{prefix}{Environment.ProcessId}.sock");
        var relay = new MeasuredRelay(
            await ServiceProcess.StartAsync(service,
                [("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers),
                ("KAFKA_PREFIX", prefix),
                ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
                // What EdmRelay sets itself would come too late behind the hook, which uses a socket.
                ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", service == "EdmRelay" ? "1" : null),
                .. settings,
                (StartupHook.Variable, socket)]),
            prefix,
            socket);
        await relay._service.ReadyAsync();
        return relay;
    }

    public async Task<Round> MeasureAsync(Load load, TimeSpan length, TimeProvider time)
    {
        var senders = await Senders.ConnectAsync(_service.Address.Port, load, time);
        var (cpu, bytes, start) = (Cpu(), await AllocatedAsync(), time.GetTimestamp());
        var (events, answers) = await senders.RunAsync(length);
        var (cpuUsed, elapsed, bytesUsed) = (Cpu() - cpu, time.GetElapsedTime(start), await AllocatedAsync() - bytes);
        Acknowledged += events;
        return new Round(
            cpuUsed.TotalSeconds * 1e6 / events,
            (double)bytesUsed / events,
            events / elapsed.TotalSeconds,
            answers.GetValueAtPercentile(50) / 1000.0,
            answers.GetValueAtPercentile(99) / 1000.0);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        File.Delete(_socket);
    }

    private TimeSpan Cpu()
    {
        using var process = Process.GetProcessById(_service.Id);
        return process.TotalProcessorTime;
    }

    private async Task<long> AllocatedAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
        await using var stream = new NetworkStream(socket);
        var answer = new byte[sizeof(long)];
        await stream.ReadExactlyAsync(answer);
        return BitConverter.ToInt64(answer);
    }
}
