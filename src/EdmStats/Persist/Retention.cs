using System.Data.Common;
using Dapper;
using EdmStats.Tables;

namespace EdmStats.Persist;

/// <summary>Lets go, once an hour, what is older than history is kept.</summary>
internal sealed partial class Retention(HistoryDatabase database, TableSetup tables, StatsOptions options, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <returns>The rows that went.</returns>
    /// <exception cref="DbException">The database cannot be written.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = 0;
        foreach (var kind in Enum.GetValues<CountKind>())
        {
            foreach (var step in HistoryStep.All)
            {
                rows += await connection.ExecuteAsync(new CommandDefinition(
                    "delete from history_counts where kind = @kind and step = @step and at < @before",
                    new { kind = kind.Name(), step, before = Before(step) }, cancellationToken: cancellationToken));
            }
        }

        return rows + await connection.ExecuteAsync(new CommandDefinition(
            "delete from history_visitors where at < @before", new { before = Before(HistoryStep.Quarter) }, cancellationToken: cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await tables.Ready.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                if (await SweepAsync(stoppingToken) is > 0 and var rows) RowsLetGo(rows);
            }
            catch (DbException e)
            {
                SweepFailed(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The minute before which that step is not kept: a whole day of UTC, so that all steps of a day go together.</summary>
    private long Before(int step)
    {
        var kept = step == HistoryStep.Minute ? options.MinutesKept : options.Retention;
        return HistoryStep.Floor(HistoryStep.MinuteOf((time.GetUtcNow() - kept).ToUnixTimeMilliseconds()), HistoryStep.Day);
    }

    [LoggerMessage(LogLevel.Information, "{Rows:N0} rows of history were older than it is kept, and went")]
    private partial void RowsLetGo(int rows);

    [LoggerMessage(LogLevel.Warning, "What is older than history is kept could not be let go, and is tried again in an hour: {Reason}")]
    private partial void SweepFailed(string reason);
}
