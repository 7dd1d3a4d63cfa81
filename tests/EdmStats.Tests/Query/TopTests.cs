using EdmStats.Tables;

namespace EdmStats.Tests.Query;

public class TopTests(PostgresServer server)
{
    private const string Range = "from=2030-06-01&to=2030-06-15";

    private static readonly long Then = TestHistory.Minute("2030-06-10T10:00Z");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keys_come_by_how_often_they_were_counted_then_by_name(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(Often(HistoryKind.Button, "b", 2), Often(HistoryKind.Button, "B", 2), Often(HistoryKind.Button, "c", 3), Often(HistoryKind.Button, "a", 1));
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """{"kind":"button","zone":"UTC","from":"2030-06-01T00:00:00+00:00","to":"2030-06-15T00:00:00+00:00","items":[{"key":"c","count":3},{"key":"B","count":2},{"key":"b","count":2}],"countedTo":null}""",
            await stats.TextAsync($"/api/history/top?kind=button&{Range}&limit=3"));
    }

    [Theory]
    [InlineData("source", HistoryKind.Source)]
    [InlineData("device", HistoryKind.Device)]
    public async Task Each_kind_has_its_own_list(string asked, string counted)
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await history.CountAsync(Often(counted, "this", 1), Often(HistoryKind.Button, "not this", 1));
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """[{"key":"this","count":1}]""", (await stats.JsonAsync($"/api/history/top?kind={asked}&{Range}")).GetProperty("items").GetRawText());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Products_have_their_newest_name_and_the_currency_with_the_most_orders(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(
            Often(HistoryKind.Order, "", 2, "EUR", 50), Often(HistoryKind.Order, "", 1, "USD", 900),
            Often(HistoryKind.Viewed, "kettle", 4), Often(HistoryKind.Added, "kettle", 3), Often(HistoryKind.Ordered, "kettle", 1, "EUR", 60.10m),
            Often(HistoryKind.Ordered, "kettle", 1, "USD", 900), Often(HistoryKind.Viewed, "mill", 9), Often(HistoryKind.Ordered, "mill", 1, "EUR", 39.9m));
        await history.ExecuteAsync("insert into history_products values ('mill', 'Hand mill', 1)");
        await using var stats = await RunningStats.OnAsync(history);

        var answer = await stats.JsonAsync($"/api/history/top?kind=product&{Range}");

        Assert.Equal("EUR", answer.GetProperty("currency").GetString());
        Assert.Equal(
            """[{"key":"kettle","name":null,"views":4,"adds":3,"orders":2,"revenue":60.1},{"key":"mill","name":"Hand mill","views":9,"adds":0,"orders":1,"revenue":39.9}]""",
            answer.GetProperty("items").GetRawText());
    }

    [Theory]
    [InlineData("sort=views", "mill kettle cup")]
    [InlineData("sort=adds", "cup kettle mill")]
    [InlineData("sort=orders", "kettle cup mill")]
    [InlineData("sort=revenue&currency=USD", "mill kettle cup")]
    [InlineData("sort=revenue&currency=eur", "kettle cup mill")]
    [InlineData("sort=views&limit=1", "mill")]
    public async Task Products_can_be_put_in_any_order(string asked, string expected)
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await history.CountAsync(
            Often(HistoryKind.Viewed, "mill", 9), Often(HistoryKind.Viewed, "kettle", 4), Often(HistoryKind.Added, "cup", 2), Often(HistoryKind.Added, "kettle", 1),
            Often(HistoryKind.Ordered, "kettle", 3, "EUR", 3), Often(HistoryKind.Ordered, "cup", 2, "USD", 0), Often(HistoryKind.Ordered, "mill", 1, "USD", 8));
        await using var stats = await RunningStats.OnAsync(history);

        var items = (await stats.JsonAsync($"/api/history/top?kind=product&{Range}&{asked}")).GetProperty("items");

        Assert.Equal(expected, string.Join(' ', items.EnumerateArray().Select(i => i.GetProperty("key").GetString())));
    }

    [Fact]
    public async Task No_orders_have_no_currency()
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Contains("\"currency\":null,\"items\":[]", await stats.TextAsync($"/api/history/top?kind=product&{Range}"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Hostile_keys_come_back_as_they_were_sent(Databases kind)
    {
        string[] keys = ["' or 1=1 --", "\"><script>", "=cmd|' /C calc'!A0", "\u202Ereversed", "a,b\r\nc", "\U0001F600", " ", "%_", "\\"];
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(keys.Select(key => new Happened(HistoryKind.Button, Then, key)));
        await using var stats = await RunningStats.OnAsync(history);

        var items = (await stats.JsonAsync($"/api/history/top?kind=button&{Range}")).GetProperty("items").EnumerateArray();

        Assert.Equal(keys.ToHashSet(), items.Select(i => i.GetProperty("key").GetString()!).ToHashSet());
    }

    private static IEnumerable<Happened> Often(string kind, string key, int times, string currency = "", decimal amount = 0) =>
        Enumerable.Range(0, times).Select(_ => new Happened(kind, Then, key, currency, amount));
}
