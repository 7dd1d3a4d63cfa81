using Dapper;
using EdmStats.Tables;
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

    private static long Next(HistoryDatabase database) => new HistoryTables(database).Next().GetValueOrDefault(("edm-ui-click", 0));

    private static async Task ReadOnlyAsync(TestHistory history, string value, bool terminate = true)
    {
        // Not one of those that are kept: they are ended here too.
        var own = new NpgsqlConnectionStringBuilder(history.Database.Postgres!.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("set default_transaction_read_only = off");
        await connection.ExecuteAsync($"alter database {own.Database} set default_transaction_read_only = {value}");
        if (!terminate) return;
        await connection.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }
}
