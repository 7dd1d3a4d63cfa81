using System.Diagnostics;

namespace EdmTesting;

/// <summary>What this machine says of itself: its environment variables and its programs.</summary>
internal static class Machine
{
    private static readonly Lazy<bool> Docker = new(() => Ends("docker", "version"));
    private static readonly Lazy<string[]?> FoundCompose = new(() =>
        Ends("docker", "compose", "version") ? ["docker", "compose"] :
        OnPath("docker-compose") is not null ? ["docker-compose"] : null);

    /// <summary>Whether a Docker engine answers.</summary>
    public static bool HasDocker => Docker.Value;

    /// <summary>How Compose is called, a part of docker or a program of its own; null when it is not there.</summary>
    public static string[]? Compose => FoundCompose.Value;

    /// <summary>The variable's value; null when it is not set or blank.</summary>
    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The program's full path; null when no folder of PATH has it.</summary>
    public static string? OnPath(string program) =>
        Variable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>Whether the program is there and ends well.</summary>
    private static bool Ends(string program, params string[] arguments)
    {
        if (OnPath(program) is not { } path) return false;
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
