using System.Runtime.InteropServices;

namespace EndToEnd.Tests.Heroku;

/// <summary>
/// What Heroku starts an app from: the Procfile, in a folder where each service's files lie as the .NET buildpack publishes
/// them, in <c>src/SERVICE/bin/publish</c>. Here they are the ones that were built for the tests.
/// </summary>
internal sealed class Slug : IDisposable
{
    private static readonly string[] Services = ["EdmRelay", "EdmStream", "EdmStats", "EdmWeb"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-slug-");

    public Slug()
    {
        foreach (var service in Services)
        {
            var bin = _folder.CreateSubdirectory($"src/{service}/bin").FullName;
            Directory.CreateSymbolicLink(Path.Combine(bin, "publish"), Path.GetDirectoryName(ServiceProcess.FileOf(service))!);
        }
    }

    /// <summary>Starts what the Procfile has for <c>web</c>.</summary>
    public Task<ServiceProcess> StartAsync(string service, params (string, string?)[] settings) =>
        ServiceProcess.StartAsync(service, ["bash", "-c", $"cd '{_folder.FullName}' && {Line("web")}"], [.. Surroundings(service), .. settings]);

    /// <summary>Runs what the Procfile has for <c>release</c>.</summary>
    public Task<(int ExitCode, string Printed)> ReleaseAsync(string service, params (string, string?)[] settings) =>
        ProgramOutput.OfAsync("bash", ["-c", Line("release")], _folder.FullName, TestContext.Current.CancellationToken, [.. Surroundings(service), .. settings]);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Line(string type)
    {
        var line = File.ReadLines(Path.Combine(Repository.Root, "Procfile")).Single(line => line.StartsWith($"{type}: ", StringComparison.Ordinal));
        return line[(type.Length + 2)..];
    }

    // The buildpack says where the runtime lies, as here; no variable says that this is a developer's machine.
    private static (string, string?)[] Surroundings(string service) =>
    [
        ("EDM_SERVICE", service),
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
        ("ASPNETCORE_ENVIRONMENT", null),
        ("DOTNET_ENVIRONMENT", null),
    ];
}
