using Xunit;

namespace EdmTesting;

/// <summary>Shoppers in a process of their own, who keep a journal of what they did and what was answered.</summary>
public sealed class Shopping : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edm-shopping-").FullName;
    private readonly TaskCompletionSource _enough = new();
    private readonly CancellationToken _stop;
    private readonly Task<(int ExitCode, string Printed)> _party;

    /// <param name="relay">Where they send to.</param>
    /// <param name="rate">Events a second.</param>
    /// <param name="shoppers">How many are in the shop at the same time.</param>
    /// <param name="seed">What chance starts from.</param>
    /// <param name="length">As <c>--for</c> takes it.</param>
    /// <param name="stop">Ends the waiting.</param>
    public Shopping(Uri relay, int rate, int shoppers, int seed, string length, CancellationToken stop)
    {
        _stop = stop;
        _party = RunAsync(
            _enough.Task, "--rate", $"{rate}", "--for", length, "--shoppers", $"{shoppers}", "--seed", $"{seed}", "--relay", relay.AbsoluteUri, "--book", Book);
    }

    private string Book => Path.Combine(_folder, "book.ndjson");

    /// <summary>How much they have planned and had answered so far, in bytes of their journal.</summary>
    public long Length => File.Exists(Book) ? new FileInfo(Book).Length : 0;

    /// <summary>Plans no more events; ends when each that was planned is answered.</summary>
    public Task EndAsync()
    {
        _enough.TrySetResult();
        return ToEndAsync();
    }

    /// <summary>Ends when their time is over and each event is answered.</summary>
    public async Task ToEndAsync()
    {
        var (exitCode, printed) = await ExitAsync();
        Assert.True(exitCode == 0, printed);
    }

    /// <summary>Plans no more events; ends when they have left, though some events may never have been answered.</summary>
    public async Task LeaveAsync()
    {
        _enough.TrySetResult();
        var (exitCode, printed) = await ExitAsync();
        Assert.True(exitCode is 0 or 1, printed);
    }

    /// <summary>Compares what a node shows now with their journal, digit for digit, until it is the same.</summary>
    /// <returns>The comparison in words.</returns>
    public async Task<string> ShowsAsync(Uri node, TimeSpan within)
    {
        var compared = "";
        await Eventually.TrueAsync(
            async () =>
            {
                (var exitCode, compared) = await RunAsync(Never, "truth", Book, "--against", node.AbsoluteUri);
                return exitCode == 0;
            },
            within, () => $"{node}: {compared}");
        return compared;
    }

    /// <summary>Compares the topics with their journal.</summary>
    /// <returns>Whether each event that was answered is there, and the comparison in words.</returns>
    public async Task<(bool Holds, string Words)> VerifyAsync(string servers, string prefix)
    {
        var (exitCode, printed) = await RunAsync(Never, "verify", Book, "--kafka", servers, "--prefix", prefix);
        return (exitCode == 0, printed);
    }

    public void Dispose()
    {
        _enough.TrySetResult();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A test that failed may leave shoppers behind, who still write.
        }
    }

    private Task Never => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop);

    private Task<(int ExitCode, string Printed)> ExitAsync() => _party.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, _stop);

    private Task<(int ExitCode, string Printed)> RunAsync(Task enough, params string[] arguments) =>
        ProgramOutput.OfAsync("dotnet", [ServiceProcess.FileOf("EdmShopper"), .. arguments], _folder, enough, _stop);
}
