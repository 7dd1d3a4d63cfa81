using System.Data.Common;

namespace EdmStats.Tables;

/// <summary>
/// Sees to it at start that the tables are there: makes them in Development and in SQLite, whose file is this program's own; elsewhere
/// it waits and says what to do, since a schema is changed by whoever deploys, once, and not by whichever instance comes up.
/// </summary>
internal sealed partial class TableSetup(
    HistoryDatabase database, Migrations migrations, IHostEnvironment environment, TimeProvider time, ILogger<TableSetup> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is missing, in words for a person; null when the tables are there.</summary>
    public string? Missing { get; private set; } = "the tables have not been looked up yet";

    /// <summary>Ends when the tables are there. Nothing is read or written before.</summary>
    public Task Ready => _ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HistoryIsIn(database.ToString());

        // The drivers block while they connect and migrate.
        while (!await Task.Run(Look, stoppingToken)) await Task.Delay(Interval, time, stoppingToken);
    }

    private bool Look()
    {
        try
        {
            if (environment.IsDevelopment() || database.Postgres is null) migrations.Run();
            if (migrations.Missing() is { Count: > 0 } scripts)
            {
                Say($"the database lacks the tables of {string.Join(", ", scripts)}: run EdmStats migrate");
                return false;
            }
        }
        catch (DbException e)
        {
            Say($"the tables could not be looked up or made: {e.Message}");
            return false;
        }

        Missing = null;
        _ready.TrySetResult();
        return true;
    }

    private void Say(string missing)
    {
        if (missing == Missing) return;
        Missing = missing;
        TablesMissing(missing);
    }

    [LoggerMessage(LogLevel.Information, "History is kept in {Database}")]
    private partial void HistoryIsIn(string database);

    [LoggerMessage(LogLevel.Warning, "History is not ready: {Missing}")]
    private partial void TablesMissing(string missing);
}
