using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace EdmTesting;

/// <summary>
/// The real parts that a test cannot do without. A test that asks for one which the machine lacks is skipped and says how to
/// provide it; where <c>EDM_REQUIRE</c> names the part (<c>kafka,browser,postgres,docker,terraform,terraform-aws</c>), it fails.
/// </summary>
public static class Need
{
    private static readonly string[] Browsers = ["chromium-headless-shell", "chromium", "google-chrome"];

    /// <summary>Any Kafka: servers that run already (<c>EDM_TEST_KAFKA</c>), else a distribution to start nodes from, else a container.</summary>
    public static KafkaPlace Kafka() =>
        Machine.Variable("EDM_TEST_KAFKA") is { } servers ? new(servers, Home: null) :
        Machine.Variable("KAFKA_HOME") is null && Machine.HasDocker ? new(Servers: null, Home: null) :
        new(Servers: null, Distribution(", or EDM_TEST_KAFKA to the servers of a Kafka that runs (host:port), or start Docker"));

    /// <summary>The folder of a Kafka distribution, for tests that stop and start nodes themselves.</summary>
    public static string KafkaHome() => Distribution(orElse: "");

    /// <summary>
    /// The full path of a browser: <c>EDM_CHROMIUM</c>, else of <c>PATH</c> the shell that Chromium has for no head, Chromium or
    /// Chrome. The shell comes first: the others open their whole window for each page, though nobody sees it.
    /// </summary>
    public static string Browser()
    {
        var path = Machine.Variable("EDM_CHROMIUM") ?? Browsers.Select(Machine.OnPath).FirstOrDefault(found => found is not null);
        if (path is null) Missing("browser", $"None of {string.Join(", ", Browsers)} is on PATH: install one, or set EDM_CHROMIUM to its path.");
        if (!File.Exists(path)) Missing("browser", $"EDM_CHROMIUM is {path}, and no such file is there.");
        return path;
    }

    /// <summary>Any PostgreSQL: the folder of its programs; null where there are none, and it comes in a container.</summary>
    public static string? Postgres() => Initdb() is null && Machine.HasDocker ? null : PostgresPrograms();

    /// <summary>The folder of PostgreSQL's programs: of PATH, else where Debian keeps those that only a server needs.</summary>
    public static string PostgresPrograms()
    {
        var initdb = Initdb();
        if (initdb is null) Missing("postgres", "initdb is neither on PATH nor under /usr/lib/postgresql: install PostgreSQL (Debian: apt-get install postgresql).");
        if (Environment.IsPrivilegedProcess && Machine.OnPath("setpriv") is null)
            Missing("postgres", "PostgreSQL does not run as root: put setpriv (util-linux) on PATH, or run the tests as another user.");

        // A link to it leads to where the others are.
        return Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
    }

    /// <summary>A Docker engine that answers, and Compose: how that is called, which its arguments come behind.</summary>
    public static IReadOnlyList<string> Compose()
    {
        if (!Machine.HasDocker) Missing("docker", "No Docker engine answers: start one, and put docker on PATH.");
        var compose = Machine.Compose;
        if (compose is null) Missing("docker", "Docker has no Compose: install its plugin, or docker-compose.");
        return compose;
    }

    /// <summary>Terraform's full path.</summary>
    public static string Terraform()
    {
        var terraform = Machine.OnPath("terraform");
        if (terraform is null) Missing("terraform", "terraform is not on PATH: install it.");
        return terraform;
    }

    /// <summary>The folder that <c>terraform init -plugin-dir</c> takes providers from, so that no registry is asked.</summary>
    public static string TerraformProviders()
    {
        var folder = Machine.Variable("EDM_TF_PLUGINS");
        if (folder is null) Missing("terraform-aws", "EDM_TF_PLUGINS is not set: set it to a folder with Terraform's AWS provider (registry.terraform.io/hashicorp/aws/…).");
        if (!Directory.Exists(folder)) Missing("terraform-aws", $"EDM_TF_PLUGINS is {folder}, and no such folder is there.");
        return folder;
    }

    /// <summary>Whom PostgreSQL runs as where the tests run as root, which it refuses.</summary>
    internal static string PostgresUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Ends the test: skipped, or failed where <c>EDM_REQUIRE</c> names the part.</summary>
    /// <param name="part">As written in <c>EDM_REQUIRE</c>.</param>
    /// <param name="message">What is lacking, and how to provide it.</param>
    [DoesNotReturn]
    public static void Missing(string part, string message)
    {
        var required = Machine.Variable("EDM_REQUIRE")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        if (required.Contains(part, StringComparer.OrdinalIgnoreCase)) Assert.Fail($"EDM_REQUIRE names {part}. {message}");
        Assert.Skip(message);
    }

    private static string? Initdb() =>
        Machine.OnPath("initdb") ?? DebianVersions().Select(version => Path.Combine(version, "bin", "initdb")).FirstOrDefault(File.Exists);

    private static IEnumerable<string> DebianVersions() =>
        Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal) : [];

    private static string Distribution(string orElse)
    {
        var home = Machine.Variable("KAFKA_HOME");
        if (home is null) Missing("kafka", $"KAFKA_HOME is not set: set it to the folder of an unpacked Kafka distribution{orElse}.");
        foreach (var script in KafkaNode.Scripts)
        {
            if (!File.Exists(Path.Combine(home, script))) Missing("kafka", $"KAFKA_HOME is {home}, and no {script} is there{orElse}.");
        }

        var hasJava = Machine.Variable("JAVA_HOME") is not null || Machine.OnPath("java") is not null;
        if (!hasJava) Missing("kafka", "KAFKA_HOME's nodes run on Java 17 or later: put java on PATH, or set JAVA_HOME.");
        if (Machine.OnPath("bash") is null) Missing("kafka", "KAFKA_HOME's scripts run in bash: put it on PATH.");
        return Path.GetFullPath(home);
    }
}
