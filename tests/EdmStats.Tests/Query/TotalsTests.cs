using System.Text.Json;
using EdmStats.Tables;

namespace EdmStats.Tests.Query;

public class TotalsTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Totals_hold_every_figure_of_the_range(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        var then = TestHistory.Minute("2030-06-10T10:07Z");
        await history.CountAsync(
            new Happened(HistoryKind.PageLoad, then), new(HistoryKind.PageLoad, then), new(HistoryKind.PageLoad, then + 1), new(HistoryKind.Click, then),
            new(HistoryKind.Device, then, "phone"), new(HistoryKind.Viewed, then, "mill"), new(HistoryKind.Viewed, then, "cup"), new(HistoryKind.Added, then, "cup"),
            new(HistoryKind.Order, then, "", "EUR", 39.9m), new(HistoryKind.Order, then, "", "EUR", 0.1m), new(HistoryKind.Order, then, "", ""),
            new(HistoryKind.Ordered, then, "cup", "EUR", 39.9m), new(HistoryKind.PageLoad, then - 1), new(HistoryKind.PageLoad, then + 8));
        await history.SeeAsync("visitor", then, "ann", "bob");
        await history.SeeAsync("visitor", then + 15, "carl");
        await history.SeeAsync("buyer", then, "ann");
        await history.ExecuteAsync("insert into history_offsets values ('c', 't', 0, 'edm-ui-click', 7, 1, 1900000000000)");
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """
            {"zone":"Asia/Kathmandu","from":"2030-06-10T15:52:00+05:45","to":"2030-06-10T16:00:00+05:45","pageloads":3,"clicks":1,
            "visitors":2,"buyers":1,"error":0.016,"views":2,"adds":1,"orders":3,"revenue":[{"currency":"EUR","amount":40,"orders":2}],
            "since":"2030-06-10T10:06:00Z","countedTo":"2030-03-17T17:46:40Z"}
            """.Replace("\n", "", StringComparison.Ordinal),
            await stats.TextAsync("/api/history/totals?from=2030-06-10T10:07Z&to=2030-06-10T10:15Z&zone=Asia/Kathmandu"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_counted_is_nothing(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """
            {"zone":"UTC","from":"2030-06-10T00:00:00+00:00","to":"2030-06-11T00:00:00+00:00","pageloads":0,"clicks":0,"visitors":0,"buyers":0,
            "error":0.016,"views":0,"adds":0,"orders":0,"revenue":[],"since":null,"countedTo":null}
            """.Replace("\n", "", StringComparison.Ordinal),
            await stats.TextAsync("/api/history/totals?from=2030-06-10&to=2030-06-11"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Since_is_a_quarter_of_an_hour_once_its_minutes_are_gone(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(
            new Happened(HistoryKind.Click, TestHistory.Minute("2030-01-10T10:07Z")), new Happened(HistoryKind.PageLoad, TestHistory.Minute("2030-06-14T10:07Z")));
        await history.ExecuteAsync("delete from history_counts where step = 1 and kind = 'click'");
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal("2030-01-10T10:00:00Z", await FigureAsync(stats, "since"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_counted_is_told_by_the_partition_that_is_furthest_behind(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);

        // Partition 0 of clicks was counted further on another cluster; partition 1 of page loads is behind.
        await history.ExecuteAsync(
            """
            insert into history_offsets values
              ('old', 't1', 0, 'edm-ui-click', 9, 1, 1900000900000), ('new', 't1', 0, 'edm-ui-click', 1, 1, 1900000000000),
              ('new', 't2', 0, 'edm-ui-pageload', 1, 1, 1900000800000), ('new', 't2', 1, 'edm-ui-pageload', 1, 1, 1900000700000)
            """);
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal("2030-03-17T17:58:20Z", await FigureAsync(stats, "countedTo"));
    }

    private static async Task<string?> FigureAsync(RunningStats stats, string name)
    {
        var value = (await stats.JsonAsync("/api/history/totals?from=2030-06-10&to=2030-06-11")).GetProperty(name);
        return value.ValueKind == JsonValueKind.Null ? null : value.GetString();
    }
}
