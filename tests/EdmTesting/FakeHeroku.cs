using Xunit;

namespace EdmTesting;

/// <summary>
/// Stands for Heroku's CLI in front of <c>terraform/heroku/prepare</c>: a program of that name which keeps what it is told in
/// a folder, answers from there, and writes down how it was called.
/// </summary>
public sealed class FakeHeroku : IDisposable
{
    private const string Program = """
        #!/usr/bin/env bash
        set -euo pipefail
        kept=$(dirname "$0")/kept
        printf '%s\n' "$*" >>"$kept/calls"
        app=
        for ((i = 1; i < $#; i++)); do [[ ${!i} != --app ]] || { next=$((i + 1)); app=${!next}; }; done
        [[ -n $app ]] || { echo "Missing required flag app" >&2; exit 2; }
        prefix=$(cat "$kept/$app.KAFKA_PREFIX" 2>/dev/null || true)
        list() { printf '=== Kafka %s on KAFKA_URL\n\n Name  Messages  Traffic\n' "$1"; sed "s/.*/ $prefix&  0\/sec  0 bytes\/sec/" "$kept/$1"; }
        case $1 in
          kafka:wait) ;;
          kafka:topics) list topics ;;
          kafka:topics:create) printf '%s\n' "$2" >>"$kept/topics" ;;
          kafka:consumer-groups) list groups ;;
          kafka:consumer-groups:create) printf '%s\n' "$2" >>"$kept/groups" ;;
          config:get) cat "$kept/$app.$2" 2>/dev/null || echo ;;
          config:set) printf '%s\n' "${2#*=}" >"$kept/$app.${2%%=*}"; printf 'Setting it and restarting\n' >&2; printf '%s: %s\n' "${2%%=*}" "${2#*=}" ;;
          *) printf '%s is not a heroku command.\n' "$1" >&2; exit 127 ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-heroku-");

    /// <param name="prefix">What the Kafka plan puts before each name; null for a plan that puts nothing.</param>
    public FakeHeroku(string? prefix = null)
    {
        _folder.CreateSubdirectory("kept");
        File.WriteAllText(Path.Combine(_folder.FullName, "heroku"), Program);
        foreach (var name in new[] { "calls", "topics", "groups" }) File.WriteAllText(Kept(name), "");
        if (prefix is not null) File.WriteAllText(Kept("shop-relay.KAFKA_PREFIX"), prefix + "\n");
    }

    /// <summary>How it was called so far, a line each.</summary>
    public string[] Calls => File.ReadAllLines(Kept("calls"));

    /// <summary>What an app was told by the name; null when nothing.</summary>
    public string? Config(string app, string name) => File.Exists(Kept($"{app}.{name}")) ? File.ReadAllText(Kept($"{app}.{name}")).TrimEnd() : null;

    /// <summary>Tells an app something, as somebody at the platform's own page does.</summary>
    public void Set(string app, string name, string value) => File.WriteAllText(Kept($"{app}.{name}"), value + "\n");

    /// <summary>Lets the script prepare the project <c>shop</c>.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> PrepareAsync()
    {
        var script = Path.Combine(Repository.Root, "terraform", "heroku", "prepare");
        var (exitCode, printed) = await ProgramOutput.OfAsync(
            "bash", ["-c", "chmod +x heroku && exec \"$0\"", script], _folder.FullName, TestContext.Current.CancellationToken,
            ("PATH", $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}"), ("PROJECT", "shop"), ("RETENTION", "7d"), ("LIVE_RETENTION", "24h"));
        Assert.True(exitCode == 0, printed);
        return printed;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Kept(string name) => Path.Combine(_folder.FullName, "kept", name);
}
