using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace EdmHosting;

/// <summary>The log: one compact JSON object a line in Production, readable lines in Development, on standard output.</summary>
internal static class LogRegistration
{
    public static void AddLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((_, log) =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

                // It repeats at every probe what the answer says and what was logged when it changed.
                .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)

                // It is said in one line at the end.
                .Filter.ByExcluding(e => ProgramRun.IsAddressInUse(e.Exception))
                .Enrich.FromLogContext()
                .Enrich.WithProperty("Service", builder.Environment.ApplicationName)
                .ReadFrom.Configuration(builder.Configuration);
            if (builder.Environment.IsDevelopment())
                log.WriteTo.Console(
                    outputTemplate: "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}",
                    formatProvider: CultureInfo.InvariantCulture);
            else
                log.WriteTo.Console(new CompactJsonFormatter());
        });
}
