using System.Globalization;
using EdmShopper.Replay;
using Spectre.Console;

namespace EdmShopper.Tests.Replay;

/// <summary>Runs a replay of a text against a relay, with a book and a screen of its own.</summary>
internal sealed class ReplayUnderTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edm-replay-");
    private readonly StringWriter _screen = new(CultureInfo.InvariantCulture);

    public string Book => Path.Combine(_folder.FullName, "book.ndjson");

    public string Screen => _screen.ToString();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Uri relay, string text, string name = "clicks.csv", string? map = null, string speed = "max", bool now = false, TimeProvider? time = null, string? format = null)
    {
        var file = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return await RunFileAsync(relay, file, map, speed, now, time, format);
    }

    public async Task<int> RunFileAsync(Uri relay, string file, string? map = null, string speed = "max", bool now = false, TimeProvider? time = null, string? format = null)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_screen) });
        console.Profile.Width = 300;
        var options = new ReplayOptions(file, format, map is null ? [] : [map], speed, now, relay, WriteKey: null, Connections: 4, Book);
        return await new ReplayRun(options, console, time ?? TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _screen.Dispose();
        _folder.Delete(recursive: true);
    }
}
