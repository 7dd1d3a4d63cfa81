using EdmStats.Tables;

namespace EdmStats.Tests.Query;

/// <summary>The answers of 2018, which its dashboard still reads.</summary>
public class ClicksTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Buttons_come_by_clicks_then_by_id_with_sums_as_texts(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(
            Clicked("2018-11-09T10:00Z", "browse-kits"), Clicked("2030-06-15T10:00Z", "browse-kits"), Clicked("2018-11-10T10:00Z", "b"), Clicked("2018-11-10T10:00Z", "a"));
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """[{"button_id":"browse-kits","sum":"2"},{"button_id":"a","sum":"1"},{"button_id":"b","sum":"1"}]""", await stats.TextAsync("/api/clickCount"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Days_of_utc_come_in_order(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        string[] times = ["2018-11-10T00:00Z", "2018-11-09T23:59Z", "2018-11-09T00:00Z"];
        await history.CountAsync(times.Select(time => new Happened(HistoryKind.Click, TestHistory.Minute(time))));
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """[{"Day":"2018-11-09T00:00:00.000Z","clicks":"2"},{"Day":"2018-11-10T00:00:00.000Z","clicks":"1"}]""", await stats.TextAsync("/api/clickHistory"));
    }

    [Fact]
    public async Task No_clicks_are_an_empty_list()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(("[]", "[]"), (await stats.TextAsync("/api/clickCount"), await stats.TextAsync("/api/clickHistory")));
    }

    private static Happened Clicked(string time, string button) => new(HistoryKind.Button, TestHistory.Minute(time), button);
}
