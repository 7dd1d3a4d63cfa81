using Dapper;
using EdmKafka;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmStats.Tests.Consume;

public class HistoryReaderTests(PostgresServer server, SharedKafka kafka)
{
    private static readonly HealthCheckContext Asked = new();

    [Fact]
    public async Task A_batch_of_which_it_is_not_known_whether_it_was_committed_is_forgotten_with_its_ids()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var test = new ReaderUnderTest(history);
        SqliteConnection.ClearAllPools();
        await history.ExecuteAsync("pragma journal_mode = delete");
        Assert.Equal(0, test.Begin());
        test.Take(0, "a", "b");

        // Without a write-ahead log a commit waits for those who read, and is given up.
        await using (var reading = await history.Database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await reading.ExecuteAsync("begin; select * from history_offsets");
            test.Beat();
            await reading.ExecuteAsync("rollback");
        }

        Assert.Equal(ReaderNeed.AnotherBeginning, test.Reader.Needs);
        Assert.False(test.Reader.IsSettled);
        test.Reader.Release();
        Assert.Equal(0, test.Begin());
        test.Take(0, "a", "b");
        test.Beat();
        Assert.Equal((2, 2), await CountedAsync(history));
        Assert.True(test.Reader.IsSettled);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_the_tables_do_not_stand_where_it_thought_it_begins_anew_where_they_stand(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Take(0, "a", "b", "c");
        await history.ExecuteAsync("update history_offsets set next = 2, newest_receive = 1");

        test.Beat();

        Assert.Equal(ReaderNeed.AnotherBeginning, test.Reader.Needs);
        Assert.Equal((0, 2), await CountedAsync(history));
        test.Reader.Release();
        Assert.Equal(0, test.Begin());
        test.Take(0, "a", "b", "c");
        test.Beat();
        Assert.Equal((1, 3), await CountedAsync(history));
    }

    [Fact]
    public async Task What_was_certainly_not_written_is_tried_again_and_nothing_is_taken_meanwhile()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Take(0, "a");
        await using (var writing = await history.Database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await writing.ExecuteAsync("begin immediate");
            test.Beat();
            await writing.ExecuteAsync("rollback");
        }

        Assert.Equal(ReaderNeed.Pause, test.Reader.Needs);
        var health = await test.State.CheckHealthAsync(Asked, TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("locked", health.Description, StringComparison.Ordinal);

        // What was on its way when it asked for the pause belongs to the batch too.
        test.Take(1, "b", "a");
        test.Beat();
        Assert.Equal(ReaderNeed.Records, test.Reader.Needs);
        Assert.Equal((2, 3), await CountedAsync(history));
        Assert.Equal(HealthStatus.Healthy, (await test.State.CheckHealthAsync(Asked, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task The_victim_of_a_deadlock_tries_the_same_batch_again()
    {
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);

        // Who has waited so long looks for a ring, once: time enough to close it, and the other one would look much later.
        await history.ExecuteAsync($"alter database {new Uri(history.Url).AbsolutePath[1..]} set deadlock_timeout = '4s'");
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Take(0, "a");
        test.Beat();
        test.Take(1, "b");

        // It holds the offsets and comes for the counts; this one holds the counts and comes for the offsets.
        await using var ring = await history.Database.OpenAsync(TestContext.Current.CancellationToken);
        await ring.ExecuteAsync("set deadlock_timeout = '2min'; begin; update history_counts set events = events");
        var beat = Task.Run(test.Beat, TestContext.Current.CancellationToken);
        await using var watch = await history.Database.OpenAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () => watch.ExecuteScalarAsync<bool>("select exists(select from pg_locks where not granted)"), TimeSpan.FromSeconds(30));
        await ring.ExecuteAsync("update history_offsets set next = next; rollback");
        await beat;

        Assert.Equal(ReaderNeed.Pause, test.Reader.Needs);
        Assert.Contains("deadlock", (await test.State.CheckHealthAsync(Asked, TestContext.Current.CancellationToken)).Description, StringComparison.Ordinal);
        test.Beat();
        Assert.Equal((2, 2), await CountedAsync(history));
    }

    [Fact]
    public async Task The_offset_moves_only_when_the_brokers_have_what_could_not_be_read()
    {
        var (servers, prefix) = (await kafka.BootstrapServersAsync(), SharedKafka.NewPrefix());
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var test = new ReaderUnderTest(history, servers, prefix);
        test.Begin();
        test.Take(0, "a");
        test.TakeText(1, "{");

        test.Beat();
        Assert.Equal(ReaderNeed.Pause, test.Reader.Needs);
        Assert.Equal((0, 0), await CountedAsync(history));

        await ClusterTopics.CreateAsync(servers, $"{prefix}edm-rejected", 1);
        await Eventually.EqualAsync(
            ReaderNeed.Records,
            () =>
            {
                test.Beat();
                return test.Reader.Needs;
            }, TimeSpan.FromSeconds(60));
        Assert.Equal((1, 2), await CountedAsync(history));
        var rejected = Assert.Single(await ClusterTopics.ReadAllAsync(servers, $"{prefix}edm-rejected"));
        Assert.Equal("{"u8, rejected.Message.Value);
        Assert.Equal("1"u8, rejected.Message.Headers.GetLastBytes("offset"));
    }

    /// <returns>The clicks of the day, and where the tables stand.</returns>
    private static async Task<(long Clicks, long Next)> CountedAsync(TestHistory history)
    {
        await using var connection = await history.Database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.QuerySingleAsync<(long, long)>(
            "select coalesce((select sum(events) from history_counts where kind = 'click' and step = 1440), 0), (select next from history_offsets)");
    }
}
