using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EdmTesting;

/// <summary>
/// A service run by its own <c>Program</c> inside the test process, on a real port. It starts in a fraction of the time of a process;
/// a test that kills or signals the service, reads its output or its metrics takes <see cref="ServiceProcess"/>.
/// </summary>
public sealed class InProcessService : RunningService
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);
    private static readonly HostBuiltListener Listener = new();

    private readonly IHost _host;
    private readonly Task<int> _end;

    // The developer's own Kafka settings must not reach the service; KAFKA_HOME belongs to the tests.
    static InProcessService()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("KAFKA_", StringComparison.Ordinal) && name != "KAFKA_HOME") Environment.SetEnvironmentVariable(name, null);
        }
    }

    private InProcessService(IHost host, Task<int> end) => (_host, _end) = (host, end);

    /// <summary>Starts a service of this solution and ends when it listens.</summary>
    /// <param name="service">The project's name; the test project references it.</param>
    /// <param name="settings">As environment variables are named; a null leaves the setting out.</param>
    public static async Task<InProcessService> StartAsync(string service, params (string Name, string? Value)[] settings)
    {
        var built = Listener.NextIn(out var asContext);
        var end = Run(service, settings, asContext);
        var stop = TestContext.Current.CancellationToken;
        if (await Task.WhenAny(built, end).WaitAsync(StartPatience, TimeProvider.System, stop) == end)
            throw new NodeFailedException($"{service} ended at its start with exit code {await end}", []);
        var started = new InProcessService(await built, end);
        try
        {
            await started.ListeningAsync(service, stop);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether it has ended, by itself or stopped.</summary>
    public bool HasEnded => _end.IsCompleted;

    /// <summary>Stops it in order.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_end.IsCompleted) _host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        return await _end.WaitAsync(StopPatience, TimeProvider.System);
    }

    public override async ValueTask DisposeAsync() => await StopAsync();

    private async Task ListeningAsync(string service, CancellationToken stop)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(listening.SetResult);
        if (await Task.WhenAny(listening.Task, _end).WaitAsync(StartPatience, TimeProvider.System, stop) == _end)
            throw new NodeFailedException($"{service} ended at its start with exit code {await _end}", []);
        var address = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Address = new Uri($"http://localhost:{new Uri(address).Port}/");
    }

    /// <summary>Calls the entry point on a thread of its own, which an asynchronous <c>Main</c> holds until the service has ended.</summary>
    private static Task<int> Run(string service, (string Name, string? Value)[] settings, Action asContext)
    {
        var main = Assembly.Load(service).EntryPoint!;
        string[] arguments = [$"--applicationName={service}", "--Serilog:MinimumLevel:Default=Fatal", .. WithDefaults(settings).Where(s => s.Value is not null).Select(Argument)];
        return Task.Factory.StartNew(
            () =>
            {
                asContext();
                return (int)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static string Argument((string Name, string? Value) setting)
    {
        const string HostPrefix = "ASPNETCORE_";
        var key = setting.Name.Replace("__", ":", StringComparison.Ordinal);
        return $"--{(key.StartsWith(HostPrefix, StringComparison.Ordinal) ? key[HostPrefix.Length..] : key)}={setting.Value}";
    }

    /// <summary>Receives every host that is built in this process, and hands it to the start that it belongs to.</summary>
    private sealed class HostBuiltListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly AsyncLocal<TaskCompletionSource<IHost>?> _waiting = new();

        // The events are those by which WebApplicationFactory finds the host of a Program, too.
        public HostBuiltListener() => DiagnosticListener.AllListeners.Subscribe(this);

        /// <param name="asContext">To be called first where the host is going to be built.</param>
        public Task<IHost> NextIn(out Action asContext)
        {
            var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
            asContext = () => _waiting.Value = built;
            return built.Task;
        }

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.Extensions.Hosting") listener.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> written)
        {
            if (written is { Key: "HostBuilt", Value: IHost host }) _waiting.Value?.TrySetResult(host);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
