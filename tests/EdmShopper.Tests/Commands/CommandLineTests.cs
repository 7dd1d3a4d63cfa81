using System.Text.Json;

namespace EdmShopper.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-shopper-").FullName;

    [Theory]
    [InlineData("--rate", "many", "--rate: 'many' is not a number of events a second")]
    [InlineData("--rate", "0", "--rate: '0' is not a number of events a second")]
    [InlineData("--for", "60", "--for: '60' is not a time such as 500ms, 60s, 5m or 1h")]
    [InlineData("--for", "0s", "--for: '0s' is not a time such as 500ms, 60s, 5m or 1h")]
    [InlineData("--shoppers", "0", "--shoppers: '0' is not a whole number from 1 to")]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number")]
    [InlineData("--relay", "localhost", "--relay: 'localhost' is not an address such as http://localhost:5081")]
    [InlineData("--connections", "0", "--connections: '0' is not a whole number from 1 to")]
    public async Task What_is_not_understood_is_named_with_what_to_write_instead(string option, string value, string complaint)
    {
        var (exitCode, printed) = await RunAsync(option, value);
        Assert.Equal(2, exitCode);
        Assert.Contains(complaint, printed, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_book_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "book.ndjson"), "evidence", TestContext.Current.CancellationToken);
        var (exitCode, printed) = await RunAsync("--book", "book.ndjson", "--for", "1s");
        Assert.Equal(2, exitCode);
        Assert.Contains("name another file", printed, StringComparison.Ordinal);
        Assert.Equal("evidence", await File.ReadAllTextAsync(Path.Combine(_folder, "book.ndjson"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_party_writes_its_book_and_its_truth_can_be_told()
    {
        await using var relay = await ScriptedRelay.StartAsync((200, """{"accepted":1,"rejected":[]}"""));
        var (exitCode, printed) = await RunAsync("--relay", relay.Address.AbsoluteUri, "--rate", "100", "--for", "1s", "--seed", "7", "--book", "book.ndjson");
        Assert.True(exitCode == 0, printed);
        Assert.Contains("seed 7", printed, StringComparison.Ordinal);
        Assert.Contains("p99.9", printed, StringComparison.Ordinal);

        var (told, json) = await RunAsync("truth", "book.ndjson", "--json");
        Assert.True(told == 0, json);
        var truth = JsonDocument.Parse(json).RootElement;
        Assert.True(truth.GetProperty("certain").GetBoolean());
        var verdicts = truth.GetProperty("verdicts");
        Assert.True(verdicts.GetProperty("shown").GetInt32() > 0);
        Assert.Equal([5, 30, 60], truth.GetProperty("windows").EnumerateArray().Select(w => w.GetProperty("minutes").GetInt32()));
        Assert.True(truth.GetProperty("windows")[0].GetProperty("page_loads").GetInt32() > 0);
    }

    [Fact]
    public async Task A_party_that_nobody_hears_ends_with_another_exit_code()
    {
        var (exitCode, printed) = await RunAsync("--relay", "http://127.0.0.1:1", "--for", "100ms", "--patience", "100ms");
        Assert.Equal(1, exitCode);
        Assert.Contains("nobody knows", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_book_is_refused()
    {
        var (exitCode, printed) = await RunAsync("truth", "nowhere.ndjson");
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be read as a book", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_viewers_may_look_the_truth_is_held_against_what_they_see()
    {
        const string Key = "a key that is long enough";
        await using var demo = await ServiceProcess.StartAsync("EdmDemo", ("Access__ViewerKey", Key));
        await demo.ReadyAsync();
        var (exitCode, printed) = await RunAsync("--relay", demo.Address.AbsoluteUri, "--rate", "50", "--for", "1s", "--seed", "7", "--book", "book.ndjson");
        Assert.True(exitCode == 0, printed);

        (exitCode, printed) = await RunAsync("truth", "book.ndjson", "--against", demo.Address.AbsoluteUri);
        Assert.Equal(2, exitCode);
        Assert.Contains("401", printed, StringComparison.Ordinal);

        await Eventually.TrueAsync(
            async () =>
            {
                (exitCode, printed) = await RunAsync([("EDM_VIEWER_KEY", Key)], "truth", "book.ndjson", "--against", demo.Address.AbsoluteUri);
                return exitCode == 0;
            }, TimeSpan.FromSeconds(60), () => printed);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    private Task<(int ExitCode, string Printed)> RunAsync((string, string?)[] environment, params string[] arguments) => ProgramOutput.OfAsync(
        Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", [Path.Combine(AppContext.BaseDirectory, "EdmShopper.dll"), .. arguments], _folder, TestContext.Current.CancellationToken, environment);
}
