using System.Globalization;
using EdmShopper.Send;
using Spectre.Console;

namespace EdmShopper.Commands;

/// <summary>Shows a party while it lasts, and what came of it.</summary>
internal static class PartyScreen
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the party; on a terminal, a bar tells how far it is.</summary>
    public static Task FollowAsync(ShopperParty party, PartySettings settings, TimeProvider time, CancellationToken stop) =>
        !AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected
            ? party.RunAsync(stop)
            : AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(async progress =>
                {
                    var bar = progress.AddTask("Shopping", maxValue: Math.Max(1, settings.Rate * settings.Duration.TotalSeconds));
                    var running = party.RunAsync(stop);
                    using var timer = new PeriodicTimer(Interval, time);
                    while (!running.IsCompleted)
                    {
                        await timer.WaitForNextTickAsync(CancellationToken.None);
                        bar.Value = party.Totals.Added;
                        bar.Description = string.Create(CultureInfo.InvariantCulture, $"{party.Totals.Confirmed:N0} answered, {party.Totals.Unconfirmed:N0} on their way");
                    }

                    await running;
                });

    public static void Summarize(SendTotals totals)
    {
        var counts = new Table().Border(TableBorder.Simple).AddColumn("Events").AddColumn(new TableColumn("").RightAligned());
        Row(counts, "sent", totals.Added);
        Row(counts, "answered: the relay has them", totals.Confirmed);
        Row(counts, "refused for good", totals.Rejected);
        Row(counts, "unconfirmed: nobody knows", totals.Unconfirmed);
        Row(counts, "sent a second time on purpose", totals.Copies);
        Row(counts, "requests", totals.Requests);
        Row(counts, "of these without a word: sent again", totals.Unanswered);
        AnsiConsole.Write(counts);

        var latencies = new Table().Border(TableBorder.Simple).AddColumns("Latency (ms)", "p50", "p90", "p99", "p99.9", "max");
        Row(latencies, "from due to answered", totals.FromDue);
        Row(latencies, "of the requests alone", totals.OfRequests);
        AnsiConsole.Write(latencies);
        if (totals.LastTrouble is { } trouble) AnsiConsole.WriteLine($"The last trouble: {trouble}");
    }

    private static void Row(Table table, string what, int count) => table.AddRow(what, count.ToString("N0", CultureInfo.InvariantCulture));

    private static void Row(Table table, string what, Latencies latencies) => table.AddRow(
        [what, .. new[] { 50, 90, 99, 99.9, 100 }.Select(p => latencies.At(p).TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture))]);
}
