namespace EdmStats.Tests.Query;

public sealed class MistakesTests(PostgresServer server) : IAsyncLifetime
{
    // Nothing is asked of the database here.
    private TestHistory _history = null!;
    private RunningStats _stats = null!;

    public async ValueTask InitializeAsync()
    {
        _history = await TestHistory.NewAsync(Databases.Sqlite, server);
        _stats = await RunningStats.OnAsync(_history);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var mistakes = await _stats.MistakesAsync("/api/history/series?metric=smiles&from=yesterday&by=week&zone=Mars/Olympus&format=xml");

        Assert.Equal(["by", "format", "from", "metric", "to", "zone"], mistakes.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal("One of pageloads, clicks, visitors, orders, revenue.", mistakes.GetProperty("metric")[0].GetString());
        Assert.Equal("One of json, csv; json when it is not said.", mistakes.GetProperty("format")[0].GetString());
    }

    [Theory]
    [InlineData("from=2030-06-10&to=2030-06-10", "to", "Later than from")]
    [InlineData("from=2030-06-11&to=2030-06-10", "to", "Later than from")]
    [InlineData("from=2030-06-10T10:00&to=2030-06-11", "from", "with its offset")]
    [InlineData("from=2030-02-30&to=2030-06-11", "from", "A date")]
    [InlineData("from=1890733200&to=2030-06-11", "from", "A date")]
    [InlineData("from=2030-06-10T10:00:30Z&to=2030-06-11", "from", "whole minute")]
    [InlineData("from=2030-06-01T10:07Z&to=2030-06-11", "from", "quarter of an hour: single minutes are kept for 8 days")]
    [InlineData("from=2030-06-01T10:15:00.001Z&to=2030-06-11", "from", "whole minute")]
    [InlineData("from=0001-01-01&to=2030-06-11", "from", "A date")]
    [InlineData("from=1970-01-01&to=2030-06-11", "from", "Between 1970-01-02")]
    [InlineData("from=2030-06-11&to=9999-12-31T23:59Z", "to", "Between 1970-01-02")]
    [InlineData("from=2030-06-10&to=2030-06-11&zone=/etc/passwd", "zone", "IANA")]
    [InlineData("from=2030-06-10&to=2030-06-11&format=xml", "format", "json, csv")]
    public async Task A_wrong_range_names_the_parameter_and_what_is_allowed(string range, string parameter, string allowed)
    {
        var mistakes = await _stats.MistakesAsync($"/api/history/totals?{range}");

        Assert.Equal(parameter, Assert.Single(mistakes.EnumerateObject()).Name);
        Assert.Contains(allowed, mistakes.GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-06-10T10:00Z")]
    [InlineData("2030-06-10T10:00:00.000Z")]
    [InlineData("2030-06-10T12:00%2B02:00")]
    [InlineData("2030-06-10T12:00+02:00")]
    [InlineData("2030-06-10T04:30:00-05:30")]
    public async Task A_moment_may_be_written_with_any_offset_escaped_or_not(string from) =>
        Assert.Equal(
            "2030-06-10T10:00:00+00:00",
            (await _stats.JsonAsync($"/api/history/totals?from={from}&to=2030-06-11")).GetProperty("from").GetString());

    [Theory]
    [InlineData("metric=visitors&by=minute&from=2030-06-15&to=2030-06-16", "quarter of an hour")]
    [InlineData("metric=clicks&by=minute&from=2030-06-01&to=2030-06-02", "kept for 8 days")]
    [InlineData("metric=clicks&by=minute&from=2030-06-12T21:59Z&to=2030-06-15", "no more than 3000 points")]
    [InlineData("metric=clicks&by=hour&from=2020-01-01&to=2030-06-02", "no more than 3000 points")]
    [InlineData("metric=clicks&by=day&from=1970-02-01&to=2999-01-01", "no more than 3000 points")]
    public async Task A_step_that_is_too_fine_is_refused(string asked, string reason) =>
        Assert.Contains(
            reason, (await _stats.MistakesAsync($"/api/history/series?{asked}")).GetProperty("by")[0].GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task As_many_points_as_are_allowed_are_given() =>
        Assert.Equal(
            3_000,
            (await _stats.JsonAsync("/api/history/series?metric=clicks&by=minute&from=2030-06-12T22:00Z&to=2030-06-15")).GetProperty("at").GetArrayLength());

    [Theory]
    [InlineData("kind=shoe", "kind")]
    [InlineData("", "kind")]
    [InlineData("kind=button&limit=0", "limit")]
    [InlineData("kind=button&limit=1001", "limit")]
    [InlineData("kind=button&limit=ten", "limit")]
    [InlineData("kind=product&sort=price", "sort")]
    [InlineData("kind=product&currency=euro", "currency")]
    [InlineData("kind=button&sort=views", "sort")]
    [InlineData("kind=button&currency=EUR", "currency")]
    public async Task A_list_that_is_not_there_is_refused(string asked, string parameter) =>
        Assert.Equal(
            parameter, Assert.Single((await _stats.MistakesAsync($"/api/history/top?from=2030-06-10&to=2030-06-11&{asked}")).EnumerateObject()).Name);

    public async ValueTask DisposeAsync()
    {
        await _stats.DisposeAsync();
        await _history.DisposeAsync();
    }
}
