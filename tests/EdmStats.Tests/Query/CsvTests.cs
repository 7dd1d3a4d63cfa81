using EdmStats.Tables;

namespace EdmStats.Tests.Query;

public class CsvTests(PostgresServer server)
{
    private static readonly long Then = TestHistory.Minute("2030-06-10T10:00Z");

    [Theory]
    [InlineData("series?metric=clicks&by=day", "edm-clicks-by-day-2030-06-10-to-2030-06-12.csv", "at,clicks\r\n2030-06-10T00:00:00+02:00,1\r\n2030-06-11T00:00:00+02:00,0\r\n")]
    [InlineData("series?metric=revenue&by=day", "edm-revenue-by-day-2030-06-10-to-2030-06-12.csv", "at,EUR,USD\r\n2030-06-10T00:00:00+02:00,-0.5,7\r\n2030-06-11T00:00:00+02:00,0,0\r\n")]
    [InlineData("top?kind=device", "edm-top-devices-2030-06-10-to-2030-06-12.csv", "key,count\r\nphone,1\r\n")]
    [InlineData("top?kind=product", "edm-top-products-2030-06-10-to-2030-06-12.csv", "key,name,views,adds,orders,revenue,currency\r\nmill,\"Mill, \"\"small\"\"\",1,0,0,0,EUR\r\n")]
    [InlineData("totals?", "edm-totals-2030-06-10-to-2030-06-12.csv", "figure,currency,value\r\npageloads,,0\r\nclicks,,1\r\nvisitors,,0\r\nbuyers,,0\r\nviews,,1\r\nadds,,0\r\norders,,3\r\nrevenue,EUR,-0.5\r\norders,EUR,2\r\nrevenue,USD,7\r\norders,USD,1\r\n")]
    public async Task Every_answer_is_a_table_too(string asked, string file, string expected)
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await history.CountAsync(
            new Happened(HistoryKind.Click, Then), new(HistoryKind.Device, Then, "phone"), new(HistoryKind.Viewed, Then, "mill"), new(HistoryKind.Order, Then, "", "USD", 7),
            new(HistoryKind.Order, Then, "", "EUR", -1), new Happened(HistoryKind.Order, Then, "", "EUR", 0.5m));
        await history.ExecuteAsync("""insert into history_products values ('mill', 'Mill, "small"', 1)""");
        await using var stats = await RunningStats.OnAsync(history);

        var answer = await stats.GetAsync($"/api/history/{asked}&from=2030-06-10&to=2030-06-12&zone=Europe/Berlin&format=csv");

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("text/csv; charset=utf-8", file), (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.FileName));
    }

    [Fact]
    public async Task A_key_is_never_a_formula()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        string[] keys = ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "=\"a\",b", "safe=1"];
        await history.CountAsync(keys.Select(key => new Happened(HistoryKind.Button, Then, key)));
        await using var stats = await RunningStats.OnAsync(history);

        var rows = (await stats.TextAsync("/api/history/top?kind=button&from=2030-06-10&to=2030-06-11&format=csv")).Split("\r\n");

        Assert.Equal(
            ["key,count", .. keys[..6].Order(StringComparer.Ordinal).Select(key => $"\"'{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1"), "safe=1,1", ""], rows);
    }
}
