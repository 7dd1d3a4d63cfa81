using System.Security.Cryptography;
using Testcontainers.PostgreSql;

namespace EdmTesting;

/// <summary>PostgreSQL in a container: for machines that have Docker and not its programs. <see cref="PostgresServer"/> alone touches it.</summary>
internal sealed class ContainedPostgres : IAsyncDisposable
{
    private const string User = "edm";

    private readonly string _password = RandomNumberGenerator.GetHexString(16);
    private readonly PostgreSqlContainer _container;

    private ContainedPostgres() => _container = new PostgreSqlBuilder("postgres:17")
        .WithUsername(User)
        .WithPassword(_password)

        // What is lost when it ends is a test's; the connections are for tests of many at once.
        .WithCommand("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300")
        .Build();

    public static async Task<ContainedPostgres> StartAsync()
    {
        var server = new ContainedPostgres();
        await server._container.StartAsync();
        return server;
    }

    /// <param name="name">What it is called.</param>
    /// <param name="options">Further options of <c>createdb</c>.</param>
    /// <returns>What <c>DATABASE_URL</c> is set to.</returns>
    /// <exception cref="NodeFailedException">It could not be made.</exception>
    public async Task<string> NewDatabaseAsync(string name, string[] options)
    {
        var made = await _container.ExecAsync(["createdb", "-U", User, .. options, name]);
        if (made.ExitCode != 0) throw new NodeFailedException($"createdb ended with exit code {made.ExitCode}", [made.Stderr]);
        return $"postgres://{User}:{_password}@{_container.Hostname}:{_container.GetMappedPublicPort(PostgreSqlBuilder.PostgreSqlPort)}/{name}";
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
