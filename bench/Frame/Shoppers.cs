using System.Diagnostics;
using System.Globalization;
using EdmTesting;

namespace Frame;

/// <summary>EdmShopper in a process of its own, for as long as this lives: a party after the other, since each writes a book.</summary>
internal sealed class Shoppers : IDisposable
{
    private readonly DirectoryInfo _books = Directory.CreateTempSubdirectory("edm-frame-");
    private readonly Uri _relay;
    private readonly int _rate;
    private readonly Lock _gate = new();
    private Process? _party;
    private bool _over;

    /// <param name="relay">Who takes their events.</param>
    /// <param name="rate">Events a second.</param>
    public Shoppers(Uri relay, int rate)
    {
        (_relay, _rate) = (relay, rate);
        Next();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _over = true;
            _party!.Kill();
            _party.WaitForExit();
            _party.Dispose();
        }

        _books.Delete(recursive: true);
    }

    private void Next()
    {
        lock (_gate)
        {
            if (_over) return;
            _party?.Dispose();
            foreach (var book in _books.EnumerateFiles()) book.Delete();
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
            string[] said = ["--rate", _rate.ToString(CultureInfo.InvariantCulture), "--for", "5m", "--shoppers", "400", "--relay", _relay.ToString(), "--book", Path.Combine(_books.FullName, "book.ndjson")];
            foreach (var argument in said.Prepend(ServiceProcess.FileOf("EdmShopper"))) start.ArgumentList.Add(argument);
            _party = new Process { StartInfo = start, EnableRaisingEvents = true };
            _party.OutputDataReceived += (_, _) => { };
            _party.Exited += (_, _) => Next();
            _party.Start();
            _party.BeginOutputReadLine();
        }
    }
}
