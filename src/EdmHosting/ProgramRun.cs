using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EdmHosting;

/// <summary>Runs a program to its end, and says in one line a cause what keeps it from starting.</summary>
public static class ProgramRun
{
    /// <returns>The exit code: 0 after a stop that was asked for, 1 where it could not go on, 2 where the configuration is wrong.</returns>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        await using var atTheEnd = app;
        var mistakes = app.Services.GetRequiredService<SettingsMistakes>();
        if (mistakes.Found.Count > 0)
        {
            foreach (var mistake in mistakes.Found) await Console.Error.WriteLineAsync(mistake);
            return 2;
        }

        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        bool HasFailed() => background.Any(b => b.ExecuteTask is { IsFaulted: true });
        try
        {
            await app.StartAsync();
            await app.WaitForShutdownAsync();
            return HasFailed() ? 1 : Environment.ExitCode;
        }
        catch (IOException e) when (IsAddressInUse(e))
        {
            // What did start is stopped in order; else the host takes the end of its background tasks for failures.
            await app.StopAsync();
            await Console.Error.WriteLineAsync($"{e.Message.TrimEnd('.')}. Stop what listens there, or set PORT to another port.");
            return 1;
        }
        catch (OperationCanceledException) when (HasFailed())
        {
            // It failed while the others were still being started. The log says how.
            return 1;
        }
    }

    /// <returns>Whether that keeps a program from starting because another one listens on its port.</returns>
    internal static bool IsAddressInUse(Exception? e) => e is IOException { InnerException: AddressInUseException };
}
