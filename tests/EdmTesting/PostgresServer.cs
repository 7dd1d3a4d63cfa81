using System.Security.Cryptography;
using Xunit;

namespace EdmTesting;

/// <summary>
/// One PostgreSQL for all tests of a project, each of which takes a database of its own. Started by the first test that asks, on a Unix
/// socket in a folder of its own, or in a container where the machine has not its programs. Say
/// <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c> and take it in a test's constructor.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "edm";

    // Far beyond what a start or a stop takes, for machines with much else to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lazy<Task<ContainedPostgres>> _container = new(ContainedPostgres.StartAsync);
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-pg-").FullName;
    private readonly SemaphoreSlim _gate = new(1);
    private Lazy<Task<WatchedProcess>> _server;
    private string? _template;

    public PostgresServer() => _server = new(StartAsync);

    /// <summary>The path of the socket that it listens on. Skips the test where the machine has not its programs.</summary>
    public string Socket
    {
        get
        {
            Need.PostgresPrograms();
            return Path.Combine(_folder, ".s.PGSQL.5432");
        }
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes an empty database. Skips the test where the machine has no PostgreSQL.</summary>
    /// <returns>What <c>DATABASE_URL</c> is set to.</returns>
    public Task<string> NewDatabaseAsync() => CreateAsync();

    /// <summary>Makes a database like one that is prepared once. Skips the test where the machine has no PostgreSQL.</summary>
    /// <param name="prepare">Prepares the first one, of which all are copies: always the same, and it leaves no connection open.</param>
    /// <returns>What <c>DATABASE_URL</c> is set to.</returns>
    public async Task<string> NewCopyAsync(Func<string, Task> prepare)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_template is null)
            {
                var url = await CreateAsync();
                await prepare(url);
                _template = new Uri(url).AbsolutePath.TrimStart('/');
            }

            // One copy at a time: a database that is being copied cannot be copied again meanwhile.
            return await CreateAsync("-T", _template);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes a folder inside another one in which the server may keep tables. Skips the test where the machine has not its programs.</summary>
    /// <param name="parent">A folder that everyone may enter.</param>
    public static async Task<string> NewFolderAsync(string parent)
    {
        Need.PostgresPrograms();
        var folder = Directory.CreateDirectory(Path.Combine(parent, "tables")).FullName;
        await OwnAsync(folder);
        return folder;
    }

    /// <summary>
    /// Ends the server as its immediate stop does, with nothing brought to an end. For a test with a server of its own, which
    /// is then begun again. Skips the test where the machine has not its programs.
    /// </summary>
    public async Task StopAtOnceAsync()
    {
        Need.PostgresPrograms();
        var server = await _server.Value;
        server.Signal("QUIT");
        await server.End.WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>Starts it on the data that it had; ends when that is in order and connections are taken.</summary>
    public async Task StartAgainAsync()
    {
        _server = new(ServeAsync);
        await _server.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && await Task.WhenAny(_server.Value) is { IsCompletedSuccessfully: true, Result: var server })
        {
            // The fast way to stop: it waits for nobody who is still connected.
            if (!server.End.IsCompleted) server.Signal("INT");
            await server.End.WaitAsync(Patience, TimeProvider.System);
        }

        if (_container.IsValueCreated && await Task.WhenAny(_container.Value) is { IsCompletedSuccessfully: true, Result: var container }) await container.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    private async Task<string> CreateAsync(params string[] options)
    {
        var name = $"t{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
        if (Need.Postgres() is null)
            return await (await _container.Value.WaitAsync(TestContext.Current.CancellationToken)).NewDatabaseAsync(name, options);
        await _server.Value.WaitAsync(TestContext.Current.CancellationToken);
        await RunAsync("createdb", ["-h", _folder, "-U", User, .. options, name]);
        return $"postgres://{User}@localhost/{name}?host={Uri.EscapeDataString(_folder)}";
    }

    private async Task<WatchedProcess> StartAsync()
    {
        await OwnAsync(_folder);
        await RunAsync("initdb", "-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        return await ServeAsync();
    }

    /// <summary>It refuses to run as root: then it runs as a user who may do nothing else, and its folders are theirs.</summary>
    private static Task OwnAsync(string folder) => Environment.IsPrivilegedProcess
        ? EndsWellAsync(new WatchedProcess([Machine.OnPath("chown")!, Need.PostgresUser(), folder], _ => { }), "chown")
        : Task.CompletedTask;

    private async Task<WatchedProcess> ServeAsync()
    {
        // What is lost when the machine fails is a test's; the connections are for tests of many at once.
        var server = Start("postgres", readyLine: "ready to accept connections", "-D", Data, "-k", _folder,
            "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300");
        await Task.WhenAny(server.Ready, server.End).WaitAsync(Patience, TimeProvider.System);
        return server.Ready.IsCompleted ? server : throw new NodeFailedException("PostgreSQL ended at its start", server.Printed);
    }

    private static Task RunAsync(string program, params string[] arguments) => EndsWellAsync(Start(program, null, arguments), program);

    private static async Task EndsWellAsync(WatchedProcess process, string program)
    {
        if (await process.End.WaitAsync(Patience, TimeProvider.System) is var code and not 0)
            throw new NodeFailedException($"{program} ended with exit code {code}", process.Printed);
    }

    private static WatchedProcess Start(string program, string? readyLine, params string[] arguments)
    {
        string[] command = [Path.Combine(Need.PostgresPrograms(), program), .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = [Machine.OnPath("setpriv")!, $"--reuid={Need.PostgresUser()}", "--clear-groups", "--", .. command];
        return new WatchedProcess(command, Surroundings, readyLine);
    }

    // The developer's own settings for PostgreSQL stay out, and what it prints is in one language.
    private static void Surroundings(IDictionary<string, string?> variables)
    {
        foreach (var name in variables.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()) variables.Remove(name);
        variables["LC_ALL"] = "C";
    }
}
