using System.Text.Json;
using EdmStats.Tables;

namespace EdmStats.Tests.Query;

public class SeriesTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_series_names_its_range_its_buckets_and_how_far_it_is_counted(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(At("2029-10-28T01:30+02:00"), At("2029-10-28T02:30+02:00"), At("2029-10-28T02:30+01:00"), At("2029-10-28T02:59+01:00"));
        await history.ExecuteAsync("insert into history_offsets values ('c', 't', 0, 'edm-ui-click', 7, 1, 1900000000123)");
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal(
            """
            {"metric":"pageloads","by":"hour","zone":"Europe/Berlin","from":"2029-10-28T01:00:00+02:00","to":"2029-10-28T03:00:00+01:00",
            "at":["2029-10-28T01:00:00+02:00","2029-10-28T02:00:00+02:00","2029-10-28T02:00:00+01:00"],
            "series":[{"currency":null,"values":[1,1,2],"total":4}],"error":null,"countedTo":"2030-03-17T17:46:40.123Z"}
            """.Replace("\n", "", StringComparison.Ordinal),
            await stats.TextAsync("/api/history/series?metric=pageloads&from=2029-10-28T01:00%2B02:00&to=2029-10-28T03:00%2B01:00&by=hour&zone=Europe/Berlin"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_day_of_25_hours_is_one_day_and_25_hours(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(At("2029-10-27T23:59+02:00"), At("2029-10-28T00:00+02:00"), At("2029-10-28T23:59+01:00"), At("2029-10-29T00:00+01:00"));
        await using var stats = await RunningStats.OnAsync(history);

        var days = await stats.JsonAsync("/api/history/series?metric=pageloads&from=2029-10-27&to=2029-10-30&by=day&zone=Europe/Berlin");
        var hours = await stats.JsonAsync("/api/history/series?metric=pageloads&from=2029-10-28&to=2029-10-29&by=hour&zone=Europe/Berlin");

        Assert.Equal([1, 2, 1], Values(days));
        Assert.Equal(25, Values(hours).Count);
        Assert.Equal((1, 1, 2), (Values(hours)[0], Values(hours)[24], Values(hours).Sum()));
    }

    [Theory]
    [InlineData("America/New_York", "2029-11-04", "2029-11-04T04:00Z", "2029-11-05T05:00Z", 25)]
    [InlineData("Asia/Kathmandu", "2029-11-04", "2029-11-03T18:15Z", "2029-11-04T18:15Z", 24)]
    [InlineData("Australia/Lord_Howe", "2030-04-07", "2030-04-06T13:00Z", "2030-04-07T13:30Z", 24)]
    public async Task A_day_is_that_of_its_place(string zone, string day, string begins, string ends, int hours)
    {
        await using var history = await TestHistory.NewAsync(Databases.Sqlite, server);
        var (first, end) = (TestHistory.Minute(begins), TestHistory.Minute(ends));
        await history.CountAsync(new[] { first - 1, first, end - 1, end }.Select(minute => new Happened(HistoryKind.PageLoad, minute)));
        await using var stats = await RunningStats.OnAsync(history);
        var next = DateOnly.Parse(day, null).AddDays(1).ToString("O", null);

        Assert.Equal([2], Values(await stats.JsonAsync($"/api/history/series?metric=pageloads&from={day}&to={next}&by=day&zone={zone}")));
        Assert.Equal(hours, Values(await stats.JsonAsync($"/api/history/series?metric=pageloads&from={day}&to={next}&by=hour&zone={zone}")).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revenue_is_exact_and_by_currency_that_with_the_most_orders_first(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(
            Order("2029-10-28T10:00Z", "USD", 999_999_999_999.999999m), Order("2029-10-28T11:00Z", "EUR", 0.1m), Order("2029-10-28T12:00Z", "EUR", 0.2m),
            Order("2029-10-29T12:00Z", "EUR", -0.000001m), Order("2029-10-29T12:00Z", "", 0));
        await using var stats = await RunningStats.OnAsync(history);

        var series = (await stats.JsonAsync("/api/history/series?metric=revenue&from=2029-10-28&to=2029-10-31&by=day")).GetProperty("series");

        Assert.Equal(
            """[{"currency":"EUR","values":[0.3,-0.000001,0],"total":0.299999},{"currency":"USD","values":[999999999999.999999,0,0],"total":999999999999.999999}]""",
            series.GetRawText());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Orders_are_counted_whatever_their_currency(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(Order("2030-06-14T10:00Z", "USD", 1), Order("2030-06-14T10:00Z", "", 0), Order("2030-06-14T10:01Z", "EUR", 1));
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal([0, 2, 1], Values(await stats.JsonAsync("/api/history/series?metric=orders&from=2030-06-14T09:59Z&to=2030-06-14T10:02Z&by=minute")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_first_bucket_that_the_range_cuts_holds_what_lies_in_the_range(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.CountAsync(At("2030-06-14T10:06Z"), At("2030-06-14T10:07Z"), At("2030-06-14T11:10Z"), At("2030-06-14T11:11Z"));
        await using var stats = await RunningStats.OnAsync(history);

        var answer = await stats.JsonAsync("/api/history/series?metric=pageloads&from=2030-06-14T10:07Z&to=2030-06-14T11:11Z&by=hour");

        Assert.Equal([1, 1], Values(answer));
        Assert.Equal("""["2030-06-14T10:07:00+00:00","2030-06-14T11:00:00+00:00"]""", answer.GetProperty("at").GetRawText());
    }

    private static Happened At(string time) => new(HistoryKind.PageLoad, TestHistory.Minute(time));

    private static Happened Order(string time, string currency, decimal amount) => new(HistoryKind.Order, TestHistory.Minute(time), "", currency, amount);

    private static IReadOnlyList<decimal> Values(JsonElement answer) =>
        [.. answer.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(v => v.GetDecimal())];
}
