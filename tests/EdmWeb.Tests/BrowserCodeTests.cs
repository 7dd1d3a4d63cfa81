namespace EdmWeb.Tests;

public class BrowserCodeTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "src", "EdmWeb");

    [Fact]
    public async Task The_browsers_code_is_well_typed()
    {
        var stop = TestContext.Current.CancellationToken;
        var scratch = await NpmPackages.RestoreAsync(Path.Combine(Project, "browser"));

        var (exitCode, printed) = await ProgramOutput.OfAsync(
            "node", [Path.Combine(scratch, "node_modules", "typescript", "bin", "tsc"), "-p", Path.Combine(Project, "browser", "tsconfig.json")], scratch, stop);

        Assert.True(exitCode == 0, printed);
    }

    [Fact]
    public async Task A_build_without_npm_says_what_to_install()
    {
        // A PATH with a shell, which the build runs its commands in, and nothing else.
        var nowhere = Directory.CreateTempSubdirectory("edm-no-npm-").FullName;
        File.CreateSymbolicLink(Path.Combine(nowhere, "sh"), "/bin/sh");

        var (exitCode, printed) = await ProgramOutput.OfAsync(
            DotnetPath(),
            ["msbuild", "EdmWeb.csproj", "-t:NpmRestore", $"-p:NpmScratch={nowhere}/npm", "-nologo"],
            Project, TestContext.Current.CancellationToken, ("PATH", nowhere));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("npm was not found. It restores what browser/package.json names: install Node.js 20 or later, which brings npm, and build again.", printed, StringComparison.Ordinal);
        Directory.Delete(nowhere, recursive: true);
    }

    private static string DotnetPath() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(f => Path.Combine(f, "dotnet")).First(File.Exists);
}
