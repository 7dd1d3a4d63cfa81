namespace EdmTesting;

/// <summary>What this machine says of itself: its environment variables and its programs.</summary>
internal static class Machine
{
    /// <summary>The variable's value; null when it is not set or blank.</summary>
    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The program's full path; null when no folder of PATH has it.</summary>
    public static string? OnPath(string program) =>
        Variable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
