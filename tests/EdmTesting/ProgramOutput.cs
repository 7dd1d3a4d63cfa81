using System.Diagnostics;

namespace EdmTesting;

/// <summary>Runs a program to its end.</summary>
public static class ProgramOutput
{
    /// <returns>Its exit code and all that it printed.</returns>
    public static async Task<(int ExitCode, string Printed)> OfAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, string.Concat(printed));
    }
}
