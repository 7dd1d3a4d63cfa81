using System.Diagnostics;

namespace EdmTesting;

/// <summary>Runs a program to its end.</summary>
public static class ProgramOutput
{
    /// <summary>Runs it until enough is enough: then it is asked to end (SIGTERM), and ends in its own time.</summary>
    /// <returns>Its exit code and all that it printed.</returns>
    public static async Task<(int ExitCode, string Printed)> OfAsync(
        string program, IEnumerable<string> arguments, string folder, Task enough, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, folder, []);
        var ended = ToEndAsync(process, cancellationToken);
        if (await Task.WhenAny(enough, ended) == enough)
        {
            using var kill = Process.Start("bash", ["-c", $"kill -s TERM {process.Id}"]);
            await kill.WaitForExitAsync(cancellationToken);
        }

        return await ended;
    }

    /// <returns>Its exit code and all that it printed.</returns>
    public static async Task<(int ExitCode, string Printed)> OfAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken, params (string Name, string? Value)[] environment)
    {
        using var process = Start(program, arguments, folder, environment);
        return await ToEndAsync(process, cancellationToken);
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Printed)> ToEndAsync(Process process, CancellationToken cancellationToken)
    {
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, string.Concat(printed));
    }
}
