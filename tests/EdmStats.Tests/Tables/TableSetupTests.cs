using System.Text.Json;

namespace EdmStats.Tests.Tables;

public class TableSetupTests(PostgresServer server)
{
    private const string Question = "/api/history/totals?from=2030-06-10&to=2030-06-11";

    [Fact]
    public async Task In_production_a_server_waits_for_whoever_deploys_and_says_so()
    {
        await using var history = await TestHistory.WithoutTablesAsync(Databases.PostgreSql, server);
        await using var stats = RunningStats.Unready(history.Url);
        await ReadinessAsync(stats, "Unhealthy", "^the database lacks the tables of 0001-history.sql, 0002-rebuild.sql, 0003-visitor-days.sql: run EdmStats migrate$");
        await RefusesAsync(stats, "run EdmStats migrate");

        history.Migrations().Run();

        await Eventually.PassesAsync(
            async () =>
            {
                stats.Clock.Advance(TimeSpan.FromSeconds(2));
                await ReadinessAsync(stats, "Healthy", "^$");
            },
            TimeSpan.FromSeconds(30));
        await stats.TextAsync(Question);
    }

    [Theory]
    [InlineData(Databases.PostgreSql, "Development")]
    [InlineData(Databases.Sqlite, "Development")]
    [InlineData(Databases.Sqlite, "Production")]
    public async Task In_development_and_in_a_file_the_tables_are_made_at_start(Databases kind, string environment)
    {
        await using var history = await TestHistory.WithoutTablesAsync(kind, server);
        await using var stats = RunningStats.Unready(history.Url, environment);

        await ReadinessAsync(stats, "Healthy", "^$");
        await stats.TextAsync(Question);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_waited_for()
    {
        await using var stats = RunningStats.Unready("postgres://edm:secret@127.0.0.1:1/history");

        await ReadinessAsync(stats, "Degraded", "^the database cannot be reached: Failed to connect to 127.0.0.1:1");
        await RefusesAsync(stats, "Failed to connect to 127.0.0.1:1");
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("/api/clickCount")]
    public async Task A_database_that_goes_away_is_no_bug_of_the_program(string question)
    {
        var own = new PostgresServer();
        await using var history = await TestHistory.NewAsync(Databases.PostgreSql, own);
        await using var stats = await RunningStats.OnAsync(history);
        await stats.TextAsync(question);

        await own.DisposeAsync();

        // The first to ask finds out that a connection which was kept open is not.
        await Eventually.PassesAsync(() => ReadinessAsync(stats, "Degraded", "^the database cannot be reached: "), TimeSpan.FromSeconds(30));
        await RefusesAsync(stats, "ask again", question);
    }

    private static async Task ReadinessAsync(RunningStats stats, string status, string description) =>
        await Eventually.PassesAsync(
            async () =>
            {
                var answer = await stats.GetAsync("/health/ready");
                var database = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                    .GetProperty("checks").GetProperty("database");
                Assert.Equal(status, database.GetProperty("status").GetString());
                Assert.Matches(description, database.GetProperty("description").GetString() ?? "");
                if (status == "Unhealthy") Assert.Equal(503, (int)answer.StatusCode);
            },
            TimeSpan.FromSeconds(30));

    private static async Task RefusesAsync(RunningStats stats, string reason, string question = Question)
    {
        var answer = await stats.GetAsync(question);
        Assert.Equal((503, "5"), ((int)answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
