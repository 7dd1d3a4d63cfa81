using System.Collections.Concurrent;
using Xunit;

namespace EdmTesting;

/// <summary>Packages of npm's that a test uses: restored by the lock file beside their <c>package.json</c>.</summary>
public static class NpmPackages
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Restored = new();

    /// <summary>Segment's own libraries, for Node and for browsers.</summary>
    public static Task<string> SegmentAsync() => RestoreAsync(Path.Combine(Repository.Root, "tests", "EdmTesting", "segment"));

    /// <param name="folder">Where package.json lies.</param>
    /// <returns>The folder that <c>node_modules</c> is in; each test project has its own.</returns>
    public static Task<string> RestoreAsync(string folder) => Restored.GetOrAdd(folder, f => new(() => RestoreOnceAsync(f))).Value;

    // Not by a test's own token: what one test began, others wait for.
    private static async Task<string> RestoreOnceAsync(string folder)
    {
        var project = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var scratch = Path.Combine(Repository.Root, "artifacts", "npm", $"{project}-{Path.GetFileName(folder)}");
        Directory.CreateDirectory(scratch);
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(folder, file), Path.Combine(scratch, file), overwrite: true);
        var (exitCode, printed) = await ProgramOutput.OfAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], scratch, CancellationToken.None);
        Assert.True(exitCode == 0, printed);
        return scratch;
    }
}
