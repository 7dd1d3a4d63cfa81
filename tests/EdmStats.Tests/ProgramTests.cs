using System.Text.Json;

namespace EdmStats.Tests;

public class ProgramTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_brings_the_tables_up_to_date_and_ends(Databases kind)
    {
        await using var history = await TestHistory.WithoutTablesAsync(kind, server);

        var (code, printed) = await RunAsync(("DATABASE_URL", history.Url));

        Assert.True(code == 0, printed);
        Assert.Contains("The tables are up to date", printed, StringComparison.Ordinal);
        Assert.Empty(history.Migrations().Missing());
    }

    [Fact]
    public async Task Migrate_says_what_keeps_it_from_its_work()
    {
        var (code, printed) = await RunAsync(("DATABASE_URL", "postgres://edm:secret@127.0.0.1:1/history"));

        Assert.Equal(1, code);
        Assert.Contains("PostgreSQL, 127.0.0.1:1/history as edm: Failed to connect", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_setting_is_told_and_ends_the_program()
    {
        var (code, printed) = await RunAsync(("DATABASE_URL", "oracle://edm:secret@h/d"), ("Stats__Retention", "a while"), ("Stats__Keep", "1"));

        Assert.Equal(2, code);
        Assert.Contains("DATABASE_URL: this is neither", printed, StringComparison.Ordinal);
        Assert.Contains("Stats:Retention: 'a while' is not a time span", printed, StringComparison.Ordinal);
        Assert.Contains("Stats:Keep is not a setting", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_description_lists_every_question_and_its_parameters()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var stats = await RunningStats.OnAsync(history);

        var paths = (await stats.JsonAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(
            ["/api/clickCount", "/api/clickHistory", "/api/history/series", "/api/history/top", "/api/history/totals"],
            paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(paths.EnumerateObject(), path => Assert.NotEmpty(path.Value.GetProperty("get").GetProperty("summary").GetString()!));
        Assert.All(Parameters(paths, "/api/history/top"), p => Assert.NotEmpty(p.GetProperty("description").GetString()!));
        Assert.Equal(
            ["currency", "format", "from", "kind", "limit", "sort", "to", "zone"],
            Parameters(paths, "/api/history/top").AsEnumerable().Select(p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
    }

    private static JsonElement.ArrayEnumerator Parameters(JsonElement paths, string path) =>
        paths.GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray();

    private static Task<(int ExitCode, string Printed)> RunAsync(params (string Name, string? Value)[] settings) =>
        ProgramOutput.OfAsync("dotnet", [ServiceProcess.FileOf("EdmStats"), "migrate"], Path.GetTempPath(), TestContext.Current.CancellationToken, settings);
}
