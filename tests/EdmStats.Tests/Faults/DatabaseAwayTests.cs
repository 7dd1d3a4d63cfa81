using Dapper;
using EdmStats.Tables;
using EdmStats.Tests.Expected;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EdmStats.Tests.Faults;

/// <summary>While history's database cannot be written the lag grows and the service says why; then it goes on by itself.</summary>
public class DatabaseAwayTests(SharedKafka kafka, PostgresServer shared)
{
    [Fact]
    public async Task A_database_that_is_away_makes_it_wait_without_moving_the_group()
    {
        await using var server = new PostgresServer();
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var stats = await OneStats.StartAsync(servers, prefix, history.Url);
        await OneStats.ClickAsync(servers, prefix, 10, "before");
        await OneStats.CountedAsync(history, 10);
        await Eventually.EqualAsync(10, () => OneStats.Committed(servers, prefix), OneStats.Patience);

        await server.StopAtOnceAsync();
        await OneStats.ClickAsync(servers, prefix, 500, "meanwhile");
        await stats.DegradedAsync("");
        Assert.Equal(10, OneStats.Committed(servers, prefix));

        await server.StartAgainAsync();
        await stats.HealthyAsync();
        await OneStats.CountedAsync(history, 510);
        await Eventually.EqualAsync(510, () => OneStats.Committed(servers, prefix), OneStats.Patience);
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_is_named_and_written_as_soon_as_it_may_be()
    {
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, shared);
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var stats = await OneStats.StartAsync(servers, prefix, history.Url);
        await OneStats.ClickAsync(servers, prefix, 10, "before");
        await OneStats.CountedAsync(history, 10);

        // As after a failover: who comes to it is told no, and those who stay are not told when that changes.
        await ReadOnlyAsync(history, "on");
        await OneStats.ClickAsync(servers, prefix, 10, "meanwhile");
        await stats.DegradedAsync("read-only");
        await ReadOnlyAsync(history, "off", terminate: false);

        await stats.HealthyAsync();
        await OneStats.CountedAsync(history, 20);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_named_and_history_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.NewAsync(sizeInMiB: 32);
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, shared);
        var url = $"sqlite:{Path.Combine(disk.Folder, "history.db")}";
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var stats = await OneStats.StartAsync(servers, prefix, url);
        await OneStats.ClickAsync(servers, prefix, 10, "before");
        await using var database = new HistoryDatabase(Path.Combine(disk.Folder, "history.db"));
        await Eventually.EqualAsync(10L, () => Next(database), OneStats.Patience);

        var filling = disk.Fill();
        await OneStats.ClickAsync(servers, prefix, 10, "meanwhile");
        await stats.DegradedAsync("full");
        File.Delete(filling);

        await stats.HealthyAsync();
        await Eventually.EqualAsync(20L, () => Next(database), OneStats.Patience);
    }

    [Fact]
    public async Task A_full_disk_under_PostgreSQL_is_named_and_history_goes_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.NewAsync(sizeInMiB: 16);
        await using var server = new PostgresServer();
        await using var history = await TestHistory.WithoutTablesAsync(Databases.PostgreSql, server);
        var folder = await PostgresServer.NewFolderAsync(disk.Folder);
        await OnOwnConnectionAsync(history, $"create tablespace small location '{folder}'", $"alter database {NameOf(history)} set default_tablespace = small");
        history.Migrations().Run();
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var stats = await OneStats.StartAsync(servers, prefix, history.Url);
        await OneStats.ClickAsync(servers, prefix, 10, "before");
        await OneStats.CountedAsync(history, 10);

        // A button each: what is new needs pages that the tables do not have yet.
        var filling = disk.Fill();
        await OneStats.ClickAsync(servers, prefix, 2_000, "meanwhile", buttons: 2_000);
        await stats.DegradedAsync("No space left on device");
        Assert.Equal(10, OneStats.Clicks(history));
        File.Delete(filling);

        await stats.HealthyAsync();
        await OneStats.CountedAsync(history, 2_010);
    }

    [Fact]
    public async Task A_file_on_a_disk_that_may_only_be_read_is_written_as_soon_as_it_may_be()
    {
        await using var disk = await SmallDisk.NewAsync(sizeInMiB: 32);
        var file = Path.Combine(disk.Folder, "history.db");
        await using (var made = new HistoryDatabase(file)) new Migrations(made, NullLogger<Migrations>.Instance).Run();
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await disk.RemountAsync("ro");

        await using var stats = await OneStats.StartUnreadyAsync(servers, prefix, $"sqlite:{file}");
        await OneStats.ClickAsync(servers, prefix, 10);
        await Eventually.TrueAsync(async () => (await stats.HealthAsync()).Text.Contains("unable to open database file", StringComparison.Ordinal), OneStats.Patience);
        await disk.RemountAsync("rw");

        await stats.HealthyAsync();
        await using var database = new HistoryDatabase(file);
        await Eventually.EqualAsync(10L, () => Next(database), OneStats.Patience);
    }

    private static long Next(HistoryDatabase database) => new HistoryTables(database).Next().GetValueOrDefault(("edm-ui-click", 0));

    private static Task ReadOnlyAsync(TestHistory history, string value, bool terminate = true) => OnOwnConnectionAsync(
        history, "set default_transaction_read_only = off", $"alter database {NameOf(history)} set default_transaction_read_only = {value}",
        terminate ? "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()" : "select 1");

    private static string NameOf(TestHistory history) => new NpgsqlConnectionStringBuilder(history.Database.Postgres!.ConnectionString).Database!;

    /// <summary>Not on one of those that are kept: they have the settings that were there when they were opened, and may be ended meanwhile.</summary>
    private static async Task OnOwnConnectionAsync(TestHistory history, params string[] statements)
    {
        var own = new NpgsqlConnectionStringBuilder(history.Database.Postgres!.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var statement in statements) await connection.ExecuteAsync(statement);
    }
}
