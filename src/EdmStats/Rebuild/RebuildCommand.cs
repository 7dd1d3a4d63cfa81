using System.Data.Common;
using System.Globalization;
using Confluent.Kafka;
using EdmContracts;
using EdmHosting;
using EdmKafka;
using EdmStats.Tables;

namespace EdmStats.Rebuild;

/// <summary><c>EdmStats rebuild --from 2026-11-01</c>: counts history anew from the log, beside the service that goes on, and ends.</summary>
public static class RebuildCommand
{
    private const string Usage = "EdmStats rebuild --from 2026-11-01 counts anew what happened from the beginning of that day in UTC on.";

    public static bool IsAskedFor(string[] args) => args is ["rebuild", ..];

    /// <returns>The exit code: 0 when it is done, 1 when it could not be, 2 where the command or the configuration is wrong.</returns>
    public static async Task<int> RebuildAsync(this WebApplicationBuilder builder, string[] args)
    {
        if (args is not [_, "--from", var day] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        builder.Services.AddSingleton<LogStretches>();
        builder.Services.AddSingleton<LogReach>();
        builder.Services.AddSingleton(s => new RebuildProgress(s.GetRequiredService<TimeProvider>(), Console.Out));
        builder.Services.AddSingleton<HistoryRebuild>();
        await using var app = builder.Build();
        var mistakes = app.Services.GetRequiredService<SettingsMistakes>().Found;
        foreach (var mistake in mistakes) await Console.Error.WriteLineAsync(mistake);
        if (mistakes.Count > 0) return 2;

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        try
        {
            var wanted = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var since = await app.Services.GetRequiredService<HistoryRebuild>().RunAsync(wanted, stop.Token);
            if (since > wanted) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The log holds whole days from {since:yyyy-MM-dd} on: what was before is kept as it was."));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"History is counted anew from {since:yyyy-MM-dd} on."));
            return 0;
        }
        catch (Exception e) when (e is RebuildException or DbException or KafkaException)
        {
            await Console.Error.WriteLineAsync($"{app.Services.GetRequiredService<HistoryDatabase>()}: {e.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped: history stays as it was.");
            return 1;
        }
    }
}
