using Dapper;
using EdmHosting;
using EdmStats.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdmStats.Tests.Tables;

public class MigrationsTests(PostgresServer server)
{
    private static readonly string[] Scripts = ["0001-history.sql", "0002-rebuild.sql", "0003-visitor-days.sql"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_empty_database_lacks_every_script_and_then_none(Databases kind)
    {
        await using var history = await TestHistory.WithoutTablesAsync(kind, server);
        Assert.Equal(Scripts, history.Migrations().Missing());

        history.Migrations().Run();

        Assert.Empty(history.Migrations().Missing());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_of_any_earlier_version_is_brought_up_to_date_with_what_it_holds(Databases kind)
    {
        foreach (var version in Enumerable.Range(1, Scripts.Length - 1))
        {
            await using var history = await TestHistory.NewAsync(kind, server);
            await MakeAsync(history, version);
            Assert.Equal(Scripts[version..], history.Migrations().Missing());
            await history.CountAsync(new Happened(HistoryKind.Click, 15));
            var sketch = Enumerable.Repeat((byte)3, VisitorSketch.Length).ToArray();
            await history.ExecuteAsync("insert into history_visitors (who, at, sketch) values ('visitor', 30, @sketch)", new { sketch });

            history.Migrations().Run();

            await using var connection = history.Database.Open();
            Assert.Equal(3, await connection.ExecuteScalarAsync<long>("select count(*) from history_counts"));
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from history_rebuild"));
            Assert.Equal(sketch, await connection.QuerySingleAsync<byte[]>("select sketch from history_visitors where who = 'visitor' and step = 15 and at = 30"));
        }
    }

    [Fact]
    public async Task What_an_instance_of_before_is_writing_meanwhile_is_kept()
    {
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);
        await MakeAsync(history, version: 2);
        await using var writer = history.Database.Open();
        await writer.ExecuteAsync("begin; insert into history_visitors (who, at, sketch) values ('visitor', 30, 'x')");

        var run = Task.Run(history.Migrations().Run, TestContext.Current.CancellationToken);
        await using var connection = history.Database.Open();
        await Eventually.TrueAsync(
            () => connection.ExecuteScalarAsync<bool>("select exists(select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"),
            TimeSpan.FromSeconds(30));
        await writer.ExecuteAsync("commit");
        await run;

        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from history_visitors where step = 15 and at = 30"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_run_changes_nothing(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(new Happened(HistoryKind.Click, 15));

        history.Migrations().Run();

        await using var connection = history.Database.Open();
        Assert.Equal(3, await connection.ExecuteScalarAsync<long>("select count(*) from history_counts"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_that_start_at_once_all_find_the_tables(Databases kind)
    {
        await using var history = await TestHistory.WithoutTablesAsync(kind, server);
        const int Instances = 24;
        using var together = new Barrier(Instances);
        var databases = Enumerable.Range(0, Instances).Select(_ => DatabaseUrl.Read(history.Url, "/", new SettingsMistakes())).ToList();

        // Threads of their own: each waits for all the others.
        await Task.WhenAll(databases.Select(database => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                new Migrations(database, NullLogger<Migrations>.Instance).Run();
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        await using var connection = history.Database.Open();
        Assert.Equal(Scripts.Length, await connection.ExecuteScalarAsync<long>("select count(*) from history_scripts"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from history_offsets"));
        foreach (var database in databases) await database.DisposeAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_script_that_fails_leaves_nothing_behind(Databases kind)
    {
        await using var history = await TestHistory.WithoutTablesAsync(kind, server);
        await history.ExecuteAsync("create table history_products (key integer)");

        Assert.ThrowsAny<System.Data.Common.DbException>(() => history.Migrations().Run());

        Assert.Equal(Scripts, history.Migrations().Missing());
        await history.ExecuteAsync("create table history_counts (not_left_behind integer)");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keys_are_told_apart_and_ordered_by_their_bytes(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        string[] keys = ["b", "B", "ä", "a\u0308", "a", "A", "\U0001F600", "\uFFFD", "%", " ", "'; drop table history_counts; --"];

        await history.CountAsync(keys.Select(key => new Happened(HistoryKind.Button, 0, key)));

        await using var connection = history.Database.Open();
        var read = await connection.QueryAsync<string>("select key from history_counts where step = 1 order by key");
        Assert.Equal(keys.OrderBy(key => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal), read);
    }

    /// <summary>Makes the tables those of an earlier version, by its own scripts.</summary>
    private static async Task MakeAsync(TestHistory history, int version)
    {
        foreach (var table in (string[])["counts", "visitors", "products", "offsets", "rebuild"]) await history.ExecuteAsync($"drop table history_{table}");
        foreach (var script in Scripts[..version])
        {
            using var text = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(script)!);
            var sql = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
            await history.ExecuteAsync(history.Database.Dialect.InScripts.Aggregate(sql, (s, word) => s.Replace($"${word.Key}$", word.Value, StringComparison.Ordinal)));
        }

        await history.ExecuteAsync("delete from history_scripts where scriptname > @last", new { last = Scripts[version - 1] });
    }
}
