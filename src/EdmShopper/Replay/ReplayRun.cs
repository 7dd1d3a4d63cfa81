using EdmShopper.Book;
using EdmShopper.Send;
using Spectre.Console;

namespace EdmShopper.Replay;

/// <summary><c>EdmShopper --from FILE</c>: sends a recorded click log and tells how it went.</summary>
internal sealed class ReplayRun(ReplayOptions options, IAnsiConsole console, TimeProvider time)
{
    public const int AllSent = 0, NotAll = 1, Mistaken = 2;

    /// <summary>How long whoever stopped it waits for what is on its way.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(5);

    private readonly EventTimes _times = new(options.Factor, options.Now, time);

    /// <returns>The exit code: 0 when every line is in the topics, 1 when some are not, 2 when nothing was sent.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var mistakes = options.Check().ToList();
        try
        {
            using var file = mistakes.Count > 0 ? null : new FileStream(options.File, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var log = file is null ? null : Open(file, mistakes);
            if (log is null) return Tell(mistakes);
            using var book = BookWriter.Create(options.Book);
            if (log.Remark.Length > 0) console.WriteLine(log.Remark);
            return await SendAsync(log, file!.Length, book, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Tell([e.Message]);
        }
    }

    private IClickLog? Open(FileStream file, List<string> mistakes) =>
        options.IsCsv == true
            ? CsvLog.Open(file, options.Name, MapText.Read(options.Map, mistakes), _times, mistakes)
            : new NdjsonLog(file, _times);

    private async Task<int> SendAsync(IClickLog log, long length, BookWriter book, CancellationToken stop)
    {
        book.Write(new BookHead(Seed: 0, Rate: 0, Seconds: 0, Shoppers: 0, time.GetUtcNow().ToUnixTimeMilliseconds()));
        using var relay = new RelayClient(options.Relay, options.Connections, options.WriteKey);
        var sender = new EventSender(relay, book, options.Connections, time, BodyShape.Bulk);
        var replay = new LogReplay(sender, book, _times);
        var start = time.GetTimestamp();
        var work = WorkAsync(log, replay, sender, stop);
        await ReplayProgress.ShowAsync(console, log, length, sender.Totals, work, time);
        await work;

        var totals = sender.Totals;
        book.Write(new EndLine(time.GetUtcNow().ToUnixTimeMilliseconds(), totals.Added, totals.Confirmed, totals.Rejected, totals.Unconfirmed));
        ReplayReport.Write(console, totals, replay, time.GetElapsedTime(start), options.Book);
        return replay.Bad + totals.Rejected + totals.Unconfirmed > 0 || stop.IsCancellationRequested ? NotAll : AllSent;
    }

    private async Task WorkAsync(IClickLog log, LogReplay replay, EventSender sender, CancellationToken stop)
    {
        using var enough = new CancellationTokenSource();
        var sending = sender.RunAsync(enough.Token);
        try
        {
            await Task.Run(() => replay.RunAsync(log, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Enough: what was handed over is in the totals.
        }

        sender.Complete();
        await sending.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stop.IsCancellationRequested) await sending.WaitAsync(LastCall, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await enough.CancelAsync();
        await sending;
    }

    private int Tell(List<string> mistakes)
    {
        foreach (var mistake in mistakes) console.MarkupLineInterpolated($"[red]{mistake}[/]");
        return Mistaken;
    }
}
