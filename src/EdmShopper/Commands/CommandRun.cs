using System.CommandLine;

namespace EdmShopper.Commands;

/// <summary>Runs what was asked for. Exit codes: 0 as wished, 1 not all of it, 2 not understood.</summary>
internal static class CommandRun
{
    public const int NotAll = 1, NotUnderstood = 2;

    /// <summary>How long a command may take to end after Ctrl-C.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(RootCommand command, string[] args)
    {
        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LastCall });
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("EdmShopper --help tells what there is.");
        return NotUnderstood;
    }

    /// <summary>Says what is wrong and what to do.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(string complaint)
    {
        Console.Error.WriteLine(complaint);
        return NotUnderstood;
    }
}
