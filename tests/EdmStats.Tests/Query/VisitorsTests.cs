using System.Globalization;
using System.Text.Json;
using Dapper;
using EdmStats.Tables;
using EdmStats.Tests.Consume;

namespace EdmStats.Tests.Query;

public class VisitorsTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitors_of_a_range_are_not_the_sum_of_its_days(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await history.SeeAsync("visitor", TestHistory.Minute("2029-10-28T10:00Z"), "ann", "bob");
        await history.SeeAsync("visitor", TestHistory.Minute("2029-10-28T10:15Z"), "bob");
        await history.SeeAsync("visitor", TestHistory.Minute("2029-10-30T10:15Z"), "ann", "carl");
        await history.SeeAsync("buyer", TestHistory.Minute("2029-10-30T10:15Z"), "dora");
        await history.SeeAsync("visitor", TestHistory.Minute("2029-10-31T00:00Z"), "eve");
        await using var stats = await RunningStats.OnAsync(history);

        var answer = await stats.JsonAsync("/api/history/series?metric=visitors&from=2029-10-28&to=2029-10-31&by=day");

        Assert.Equal("""[{"currency":null,"values":[2,0,2],"total":3}]""", answer.GetProperty("series").GetRawText());
        Assert.Equal(0.016, answer.GetProperty("error").GetDouble());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("countedTo").ValueKind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitors_of_days_that_have_no_row_are_found_in_their_quarters(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        foreach (var (day, who) in ((string[])["ann", "bob", "carl"]).Index())
            await history.SeeAsync("visitor", TestHistory.Minute("2029-10-28T10:00Z") + (day * HistoryStep.Day), who, "dora");
        await history.ExecuteAsync("delete from history_visitors where step = 1440 and at = @at", new { at = TestHistory.Minute("2029-10-29T00:00Z") });
        await using var stats = await RunningStats.OnAsync(history);

        Assert.Equal("""[{"currency":null,"values":[2,2,2],"total":4}]""", await SeriesAsync(stats));

        // What is counted in such a day from then on gives it a row, with all that its quarters had.
        await history.SeeAsync("visitor", TestHistory.Minute("2029-10-29T20:00Z"), "eve");
        await history.ExecuteAsync("delete from history_visitors where step = 15");
        Assert.Equal("""[{"currency":null,"values":[2,3,2],"total":5}]""", await SeriesAsync(stats));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Visitors_of_any_range_are_those_of_its_quarters(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        var (first, random) = (TestHistory.Minute("2029-10-26T00:00Z"), new Random(7));
        var seen = Enumerable.Range(0, 60).Select(i => (At: first + (random.Next(5 * 96) * HistoryStep.Quarter), Who: $"visitor-{random.Next(20)}")).ToList();
        foreach (var (at, who) in seen) await history.SeeAsync("visitor", at, who);
        await using var stats = await RunningStats.OnAsync(history);
        for (var i = 0; i < 20; i++)
        {
            var from = first + (random.Next(3 * 96) * HistoryStep.Quarter);
            var to = from + ((1 + random.Next(3 * 96)) * HistoryStep.Quarter);
            var visitors = seen.Where(s => s.At >= from && s.At < to).Select(s => s.Who).Distinct().Count();
            Assert.Equal(visitors, (await stats.JsonAsync($"/api/history/totals?from={Text(from)}&to={Text(to)}")).GetProperty("visitors").GetInt32());
        }

        static string Text(long minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_no_event_names_a_visitor_no_row_is_kept(Databases kind)
    {
        await using var history = await TestHistory.NewAsync(kind, server);
        await using var reader = new ReaderUnderTest(history);
        reader.Begin();
        reader.Take(0, "a", "b");

        reader.Beat();

        await using var connection = history.Database.Open();
        Assert.Equal(3, await connection.ExecuteScalarAsync<long>("select count(*) from history_counts"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("select count(*) from history_visitors"));
    }

    private static async Task<string> SeriesAsync(RunningStats stats) =>
        (await stats.JsonAsync("/api/history/series?metric=visitors&from=2029-10-28&to=2029-10-31&by=day")).GetProperty("series").GetRawText();
}
