namespace EndToEnd.Tests.ManyNodes;

/// <summary>Shoppers that know the truth, as a program of their own, and their book.</summary>
internal sealed class Shopping : IDisposable
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
        _party = ProgramOutput.OfAsync(
            "dotnet",
            [
                Program, "--rate", $"{rate}", "--for", length, "--shoppers", $"{shoppers}", "--seed", $"{seed}",
                "--relay", relay.AbsoluteUri, "--book", Book,
            ],
            _folder, _enough.Task, stop);
    }

    private static string Program => ServiceProcess.FileOf("EdmShopper");

    private string Book => Path.Combine(_folder, "book.ndjson");

    /// <summary>Lets no more events be planned; ends when each that was planned is answered.</summary>
    public Task EndAsync()
    {
        _enough.TrySetResult();
        return ToEndAsync();
    }

    /// <summary>Ends when their time is over and each event is answered.</summary>
    public async Task ToEndAsync()
    {
        var (exitCode, printed) = await _party.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, _stop);
        Assert.True(exitCode == 0, printed);
    }

    /// <summary>Holds what a node shows now against the truth, digit for digit.</summary>
    /// <returns>Whether it is, and the comparison in words.</returns>
    public async Task<(bool Holds, string Words)> HoldAgainstAsync(Uri node)
    {
        var (exitCode, printed) = await ProgramOutput.OfAsync("dotnet", [Program, "truth", Book, "--against", node.AbsoluteUri], _folder, _stop);
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
}
