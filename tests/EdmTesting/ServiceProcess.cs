using System.Text.RegularExpressions;
using Xunit;

namespace EdmTesting;

/// <summary>
/// One of the services as a user starts it: a process of its own, on a free port. It never outlives the test process.
/// </summary>
public sealed partial class ServiceProcess : RunningService
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(40);

    private readonly WatchedProcess _process;

    private ServiceProcess(WatchedProcess process) => _process = process;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>All that it printed so far.</summary>
    public IReadOnlyCollection<string> Printed => _process.Printed;

    /// <summary>Its exit code, once it has ended.</summary>
    public Task<int> End => _process.End;

    /// <summary>Starts a service of this solution and ends when it listens.</summary>
    /// <param name="service">The project's name.</param>
    /// <param name="settings">Environment variables; a null takes one away.</param>
    public static Task<ServiceProcess> StartAsync(string service, params (string Name, string? Value)[] settings) =>
        StartAsync(service, Built(service), settings);

    /// <summary>Starts a service by a command, as a platform does, and ends when it listens.</summary>
    /// <param name="service">What it is called where it fails.</param>
    /// <param name="command">A program's full path, and what it is given.</param>
    /// <param name="settings">Environment variables; a null takes one away.</param>
    public static async Task<ServiceProcess> StartAsync(string service, IReadOnlyList<string> command, params (string Name, string? Value)[] settings)
    {
        var started = new ServiceProcess(Start(command, settings));
        var process = started._process;
        await Task.WhenAny(process.Ready, process.End).WaitAsync(StartPatience, TimeProvider.System, TestContext.Current.CancellationToken);
        if (!process.Ready.IsCompleted) throw new NodeFailedException($"{service} ended at its start with exit code {await process.End}", process.Printed);
        var port = process.Printed.Select(line => ListeningOn().Match(line)).First(match => match.Success).Groups[1].Value;
        started.Address = new Uri($"http://localhost:{port}/");
        return started;
    }

    /// <summary>Starts a service that is expected to end by itself.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static async Task<(int ExitCode, IReadOnlyCollection<string> Printed)> RunToEndAsync(string service, params (string Name, string? Value)[] settings)
    {
        var process = Start(Built(service), settings);
        try
        {
            return (await process.End.WaitAsync(StartPatience, TimeProvider.System, TestContext.Current.CancellationToken), process.Printed);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>Sends a signal by its name, such as <c>TERM</c> or <c>STOP</c>.</summary>
    public void Signal(string name) => _process.Signal(name);

    /// <summary>Freezes it (SIGSTOP): its connections stay open and nothing answers on them. Then it goes on as if nothing had been (SIGCONT).</summary>
    /// <param name="length">For how long.</param>
    public async Task StandStillAsync(TimeSpan length)
    {
        Signal("STOP");

        // Its time is the fault itself: nothing tells when it is over.
        await Task.WhenAny(End, Task.Delay(length, TimeProvider.System));
        if (!End.IsCompleted) Signal("CONT");
    }

    /// <summary>Ends it at once (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_process.End.IsCompleted) return;
        _process.Kill();
        await _process.End;
    }

    /// <summary>Asks it to stop in order (SIGTERM); gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal("TERM");
        return await End.WaitAsync(StopPatience, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync() => await KillAsync();

    /// <summary>Where a program of this solution was built to.</summary>
    public static string FileOf(string project)
    {
        // Tests and services are built beside each other: bin/PROJECT/CONFIGURATION.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{project}.dll");
    }

    private static string[] Built(string service) => [Machine.OnPath("dotnet") ?? "dotnet", FileOf(service)];

    private static WatchedProcess Start(IEnumerable<string> command, (string Name, string? Value)[] settings) =>
        new(command, variables =>
        {
            foreach (var name in variables.Keys.Where(n => n.StartsWith("KAFKA_", StringComparison.Ordinal)).ToList()) variables.Remove(name);
            foreach (var (name, value) in WithDefaults(settings)) variables[name] = value;
        }, readyLine: "Now listening on");

    [GeneratedRegex(@"http://\[::\]:(\d+)")]
    private static partial Regex ListeningOn();
}
