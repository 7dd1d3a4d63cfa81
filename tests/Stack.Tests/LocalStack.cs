using System.Globalization;
using System.Security.Cryptography;

namespace Stack.Tests;

/// <summary>
/// What <c>terraform apply</c> makes of <c>terraform/local</c>, in a copy of the repository without anything that was built, under a
/// name and on ports of its own. Nothing of it is left when it is disposed of.
/// </summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private readonly string _terraform = Need.Terraform();
    private readonly string _copy = Directory.CreateTempSubdirectory("edm-stack-").FullName;
    private readonly string _project = $"edm-t{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
    private readonly int[] _ports = FreePorts.Find(3);
    private bool _isUp;

    /// <summary>The services that run; the one that migrates has ended.</summary>
    public static IReadOnlyList<string> Services { get; } = ["kafka", "postgres", "relay", "stats", "stream", "web"];

    private LocalStack() => WebPort = _ports[0];

    /// <summary>Where the shop is on this machine.</summary>
    public int WebPort { get; private set; }

    public Uri Shop => new($"http://localhost:{WebPort}/");

    /// <summary>Skips the test where the machine has no Docker or no Terraform. Ends when all is healthy.</summary>
    public static async Task<LocalStack> ApplyAsync()
    {
        Need.Compose();
        var stack = new LocalStack();
        try
        {
            await stack.CopyAsync();
            await stack.TerraformAsync(["init"]);
            await stack.TerraformAsync(["apply", "-auto-approve", .. stack.Variables()]);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Applies it again with the shop on another port.</summary>
    public async Task MoveShopAsync()
    {
        WebPort = _ports[2];
        await TerraformAsync(["apply", "-auto-approve", .. Variables()]);
    }

    /// <returns>Whether Terraform would change anything.</returns>
    public async Task<bool> HasChangesAsync() => await TerraformAsync(["plan", "-detailed-exitcode", .. Variables()], orElse: 2) == 2;

    public async Task DestroyAsync()
    {
        await TerraformAsync(["destroy", "-auto-approve", .. Variables()]);
        _isUp = false;
    }

    /// <summary>Ends the container of a service at once (SIGKILL), and starts it again.</summary>
    public async Task KillAsync(string service)
    {
        var id = (await ContainersAsync())[service];
        await DockerAsync("kill", id);
        await DockerAsync("start", id);
    }

    /// <summary>Whether the check of every service's container says that it is healthy.</summary>
    public async Task<bool> IsHealthyAsync() =>
        Services.SequenceEqual(
            (await ListAsync("ps", "--filter", "health=healthy", "--format", """{{.Label "com.docker.compose.service"}}""")).Order(StringComparer.Ordinal));

    /// <summary>The ids of the containers that run, by their services.</summary>
    public async Task<Dictionary<string, string>> ContainersAsync() =>
        (await ListAsync("ps", "--format", """{{.Label "com.docker.compose.service"}} {{.ID}}""")).Select(line => line.Split(' ')).ToDictionary(c => c[0], c => c[1]);

    /// <summary>Whatever Docker holds of it: containers, volumes, networks, and names of images.</summary>
    public async Task<IEnumerable<string>> LeftAsync() =>
    [
        .. await ListAsync("ps", "--all", "--format", "{{.Names}}"),
        .. await ListAsync("volume", "ls", "--format", "{{.Name}}"),
        .. await ListAsync("network", "ls", "--format", "{{.Name}}"),
        .. (await DockerAsync("image", "ls", "--format", "{{.Repository}}")).Where(name => name.StartsWith(_project, StringComparison.Ordinal)),
    ];

    public async ValueTask DisposeAsync()
    {
        if (_isUp) await DestroyAsync();
        Directory.Delete(_copy, recursive: true);
    }

    private string[] Variables() =>
        [$"-var=project={_project}", $"-var=web_port={WebPort.ToString(CultureInfo.InvariantCulture)}", $"-var=relay_port={_ports[1].ToString(CultureInfo.InvariantCulture)}"];

    /// <summary>As a clone has them, with what is not committed yet.</summary>
    private async Task CopyAsync()
    {
        foreach (var file in (await RunAsync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], Repository.Root)).Lines)
        {
            var (from, to) = (Path.Combine(Repository.Root, file), Path.Combine(_copy, file));
            if (!File.Exists(from)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private async Task<int> TerraformAsync(string[] arguments, int orElse = 0)
    {
        _isUp |= arguments[0] == "apply";
        return (await RunAsync(_terraform, [.. arguments, "-no-color", "-input=false"], Path.Combine(_copy, "terraform", "local"), orElse)).ExitCode;
    }

    private Task<string[]> ListAsync(params string[] arguments) =>
        DockerAsync([.. arguments, "--filter", $"label=com.docker.compose.project={_project}"]);

    private async Task<string[]> DockerAsync(params string[] arguments) => (await RunAsync("docker", arguments, _copy)).Lines;

    // Not by the test's token: what was begun is taken down also when the test is told to stop.
    private static async Task<(int ExitCode, string[] Lines)> RunAsync(string program, string[] arguments, string folder, int orElse = 0)
    {
        var (exitCode, printed) = await ProgramOutput.OfAsync(program, arguments, folder, CancellationToken.None);
        Assert.True(exitCode == 0 || exitCode == orElse, $"{program} {string.Join(' ', arguments)} ended with exit code {exitCode}\n{printed}");
        return (exitCode, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
