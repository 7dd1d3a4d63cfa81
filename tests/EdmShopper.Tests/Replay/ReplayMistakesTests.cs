namespace EdmShopper.Tests.Replay;

public sealed class ReplayMistakesTests : IDisposable
{
    private const string Log = "type,event_timestamp\nclick,1\n";

    private readonly ReplayUnderTest _replay = new();

    [Fact]
    public async Task A_mistake_is_told_before_anything_is_sent()
    {
        await using var relay = await ScriptedRelay.StartAsync();

        var code = await _replay.RunAsync(relay.Address, "event,ts\nclick,1\n");

        Assert.Equal((2, 0), (code, relay.Received.Count));
        Assert.Equal(
            """
            No column gives the type: say which one with --map type=COLUMN, or --map type='click' when all are of one.
            No column gives the time: say which one with --map event_timestamp=COLUMN.
            The columns of clicks.csv are: event, ts.

            """,
            _replay.Screen.ReplaceLineEndings("\n"));
        Assert.False(File.Exists(_replay.Book));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    public async Task A_speed_that_is_none_is_refused(string speed) =>
        await SaysAsync($"--speed {speed}: say own, max, or how many times faster, such as 10.", _replay.RunAsync(Nowhere, Log, speed: speed));

    [Fact]
    public async Task Shifting_to_now_needs_a_speed() =>
        await SaysAsync("--now: the events' times then lie as far apart as they are sent, so say how fast: --speed own or --speed 10.", _replay.RunAsync(Nowhere, Log, now: true));

    [Theory]
    [InlineData("clicks.log", null)]
    [InlineData("clicks.csv", "xml")]
    public async Task A_format_that_is_not_known_is_refused(string name, string? format) =>
        await SaysAsync($"{name}: say --format csv or --format ndjson, since its name does not.", _replay.RunAsync(Nowhere, Log, name, format: format));

    [Fact]
    public async Task A_map_for_ndjson_is_refused() =>
        await SaysAsync("--map: an NDJSON log's events have their own fields; only the columns of CSV are mapped.", _replay.RunAsync(Nowhere, "{}", "clicks.json", map: "type=event"));

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        Assert.Equal(2, await _replay.RunFileAsync(Nowhere, "/nowhere/clicks.csv"));
        Assert.Contains("/nowhere/clicks.csv", _replay.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(_replay.Book, "evidence", TestContext.Current.CancellationToken);

        Assert.Equal(2, await _replay.RunAsync(Nowhere, Log));
        Assert.Equal("evidence", await File.ReadAllTextAsync(_replay.Book, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _replay.Dispose();

    private static Uri Nowhere => new("http://127.0.0.1:1/");

    private async Task SaysAsync(string mistake, Task<int> run)
    {
        Assert.Equal(2, await run);
        Assert.Equal(mistake, _replay.Screen.Trim());
    }
}
