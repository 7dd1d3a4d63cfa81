using System.Collections.Concurrent;
using System.Diagnostics;

namespace EdmTesting;

/// <summary>A program that never outlives the test process, however that ends.</summary>
internal sealed class WatchedProcess
{
    // The program takes the shell's place, so that its process id is the one known here. A watcher stays behind on the pipe
    // that the tests hold: a line on it lets the watcher go; a pipe that breaks off without one, as it does when the test
    // process is killed, makes it take the program along.
    private const string Script = """{ read -r || kill -KILL $$; } <&0 >/dev/null 2>&1 & exec "$0" "$@" </dev/null 2>&1""";

    private readonly ConcurrentQueue<string> _printed = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _readyLine;
    private readonly Process _process;

    /// <param name="program">Its full path, and what it is given.</param>
    /// <param name="environment">Changes the variables that it inherits.</param>
    /// <param name="readyLine">What it prints when it is ready.</param>
    public WatchedProcess(IEnumerable<string> program, Action<IDictionary<string, string?>> environment, string? readyLine = null)
    {
        _readyLine = readyLine;
        var start = new ProcessStartInfo("bash", ["-c", Script, .. program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        environment(start.Environment);
        _process = Process.Start(start)!;
        End = FollowAsync();
    }

    public int Id => _process.Id;

    /// <summary>Ends when it has printed its ready line.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends, and never fails, when the program has ended and all that it printed is read.</summary>
    public Task<int> End { get; }

    public IReadOnlyCollection<string> Printed => _printed;

    /// <summary>Sends a signal by its name, such as <c>TERM</c>: their numbers differ from system to system.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("bash", ["-c", $"kill -s {name} {_process.Id}"]);
        kill.WaitForExit();
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    private async Task<int> FollowAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _printed.Enqueue(line);
            if (_readyLine is not null && line.Contains(_readyLine, StringComparison.Ordinal)) _ready.TrySetResult();
        }

        await _process.WaitForExitAsync();
        LetWatcherGo();
        return _process.ExitCode;
    }

    private void LetWatcherGo()
    {
        try
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was killed together with the program.
        }
    }
}
