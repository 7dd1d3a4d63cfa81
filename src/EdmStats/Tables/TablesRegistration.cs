using EdmHosting;
using Npgsql;
using OpenTelemetry.Trace;

namespace EdmStats.Tables;

/// <summary>Registers history's database and its tables.</summary>
public static class TablesRegistration
{
    public static void AddTables(this WebApplicationBuilder builder)
    {
        builder.AddSettings<StatsOptions>("Stats", o => o.Check());
        var database = DatabaseUrl.Read(builder.Configuration["DATABASE_URL"], Environment.CurrentDirectory, builder.Mistakes());
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton<Migrations>();
        builder.Services.AddSingleton<TableSetup>();
        builder.Services.AddHostedService(s => s.GetRequiredService<TableSetup>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

        // Its statements, without their values, where a trace is followed.
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddNpgsql());
    }
}
