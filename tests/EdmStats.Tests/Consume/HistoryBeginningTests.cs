using Dapper;
using EdmKafka;

namespace EdmStats.Tests.Consume;

public class HistoryBeginningTests(PostgresServer server)
{
    [Fact]
    public async Task Where_the_tables_do_not_answer_it_begins_where_there_is_nothing_to_read_and_asks_again()
    {
        await using var history = await TestHistory.WithoutTablesAsync(Databases.Sqlite, server);
        await using var test = new ReaderUnderTest(history) { End = 7 };

        Assert.Equal(7, test.Begin());
        Assert.Equal(ReaderNeed.Pause, test.Reader.Needs);

        history.Migrations().Run();
        test.Beat();
        Assert.Equal(ReaderNeed.AnotherBeginning, test.Reader.Needs);
        test.Reader.Release();
        Assert.Equal(0, test.Begin());
        Assert.Equal(ReaderNeed.Records, test.Reader.Needs);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_log_that_goes_back_is_looked_up_anew_and_counted_from_its_beginning(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Take(0, "a", "b", "c");
        test.Beat();

        test.Take(0, "d");
        Assert.Equal(ReaderNeed.AnotherBeginning, test.Reader.Needs);
        test.Take(1, "e");
        test.Beat();
        test.Reader.Release();
        test.End = 2;
        Assert.Equal(0, test.Begin());
        test.Take(0, "d", "e");
        test.Beat();

        await using var connection = history.Database.Open();
        Assert.Equal(5, await connection.ExecuteScalarAsync<long>("select sum(events) from history_counts where kind = 'click' and step = 1440"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>("select next from history_offsets"));
    }

    /// <summary>As it was for an instance that was frozen between its two questions, while another one had its partitions.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_another_instance_counted_since_the_end_was_looked_up_is_not_counted_again(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using (var other = new ReaderUnderTest(history))
        {
            other.Begin();
            other.Take(0, "a", "b", "c");
            other.Beat();
        }

        await using var test = new ReaderUnderTest(history) { EndAtFirst = 1, End = 3 };
        test.Begin();
        test.Take(0, "a", "b", "c", "d");
        test.Beat();

        await using var connection = history.Database.Open();
        Assert.Equal(4, await connection.ExecuteScalarAsync<long>("select next from history_offsets"));
        Assert.Equal(4, await connection.ExecuteScalarAsync<long>("select sum(events) from history_counts where kind = 'click' and step = 1440"));
    }

    [Fact]
    public async Task A_log_that_was_emptied_is_looked_up_anew()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Take(0, "a", "b", "c");

        test.Reader.ReachEnd(ReaderUnderTest.Clicks, 0);

        Assert.Equal(ReaderNeed.AnotherBeginning, test.Reader.Needs);
    }

    [Fact]
    public async Task Who_stands_still_in_the_middle_of_a_transaction_is_not_waited_for_without_end()
    {
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, server);
        await using var test = new ReaderUnderTest(history);
        test.Begin();
        test.Reader.Release();

        await using var frozen = history.Database.Open();
        await using var transaction = history.Database.Begin(frozen);
        await frozen.ExecuteAsync("update history_offsets set next = 5", transaction: transaction);

        Assert.Equal(0, await Task.Run(test.Begin, TestContext.Current.CancellationToken));
        Assert.Equal(ReaderNeed.Records, test.Reader.Needs);
    }
}
