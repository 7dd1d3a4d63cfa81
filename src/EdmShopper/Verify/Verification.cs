using Spectre.Console;

namespace EdmShopper.Verify;

/// <summary>Reads a book and the topics, compares them, and tells the result.</summary>
internal sealed class Verification(IAnsiConsole console)
{
    public const int AllHolds = 0, CheckFailed = 1, NotChecked = 2;

    /// <summary>How far the clocks of sender and relay may differ for the first record to be found.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);

    /// <param name="path">The book.</param>
    /// <param name="place">The Kafka that holds the topics.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string path, TopicsPlace place, CancellationToken cancellationToken)
    {
        try
        {
            var (sums, findings) = await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(progress => Task.Run(() => Compare(path, place, progress, cancellationToken), cancellationToken));
            VerifyReport.Write(console, sums, findings);
            return findings.Any ? CheckFailed : AllHolds;
        }
        catch (Exception e) when (e is BookUnreadableException or TopicsUnreadableException)
        {
            console.MarkupLineInterpolated($"[red]{e.Message}[/]");
            return NotChecked;
        }
    }

    private static (Sums Sums, Findings Findings) Compare(string path, TopicsPlace place, ProgressContext progress, CancellationToken cancellationToken)
    {
        var reading = progress.AddTask("Reading the book");
        using var book = BookIndexer.Read(path, (done, of) => Show(reading, done, of));
        var topics = progress.AddTask("Reading the topics");
        var comparison = new Comparison(book);
        new TopicsReader(place).Read(book.Started - (long)Before.TotalMilliseconds, comparison.Take, (done, of) => Show(topics, done, of), cancellationToken);
        return (comparison.Close(), comparison.Findings);
    }

    private static void Show(ProgressTask task, long done, long of) => (task.MaxValue, task.Value) = (Math.Max(of, 1), of == 0 ? 1 : done);
}
