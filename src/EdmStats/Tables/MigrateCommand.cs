using System.Data.Common;
using EdmHosting;

namespace EdmStats.Tables;

/// <summary><c>EdmStats migrate</c>: brings the tables up to date and ends.</summary>
public static class MigrateCommand
{
    public static bool IsAskedFor(string[] args) => args is ["migrate", ..];

    /// <returns>The exit code: 0 when the tables are up to date, 1 when they could not be brought there, 2 where the configuration is wrong.</returns>
    public static async Task<int> MigrateAsync(this WebApplicationBuilder builder)
    {
        await using var app = builder.Build();
        var mistakes = app.Services.GetRequiredService<SettingsMistakes>().Found;
        foreach (var mistake in mistakes) await Console.Error.WriteLineAsync(mistake);
        if (mistakes.Count > 0) return 2;
        var database = app.Services.GetRequiredService<HistoryDatabase>();
        try
        {
            app.Services.GetRequiredService<Migrations>().Run();
            Console.WriteLine($"The tables are up to date: {database}.");
            return 0;
        }
        catch (DbException e)
        {
            await Console.Error.WriteLineAsync($"{database}: {e.Message}");
            return 1;
        }
    }
}
