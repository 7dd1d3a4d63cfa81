using System.Globalization;
using EdmShopper.Send;
using Spectre.Console;

namespace EdmShopper.Replay;

/// <summary>The bar of a replay: how far, how fast, how long still.</summary>
internal static class ReplayProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Shows the bar until the work has ended; whether it went well is for the caller to see.</summary>
    /// <param name="length">The file's length in bytes.</param>
    public static Task ShowAsync(IAnsiConsole console, IClickLog log, long length, SendTotals totals, Task work, TimeProvider time) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Sending", maxValue: Math.Max(length, 1));
                var start = time.GetTimestamp();
                using var timer = new PeriodicTimer(Interval, time);
                while (!work.IsCompleted)
                {
                    await Task.WhenAny(work, timer.WaitForNextTickAsync().AsTask());
                    var settled = totals.Confirmed + totals.Rejected;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{settled:N0} events, {settled / Math.Max(time.GetElapsedTime(start).TotalSeconds, 0.001):N0}/s");

                    // Of what was read, the part that is settled.
                    bar.Value = totals.Added == 0 ? 0 : (double)log.Position * settled / totals.Added;
                }

                if (work.IsCompletedSuccessfully && totals.Unconfirmed == 0) bar.Value = bar.MaxValue;
            });
}
