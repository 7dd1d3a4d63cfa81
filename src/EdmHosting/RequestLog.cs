using Microsoft.AspNetCore.Http;
using Serilog.AspNetCore;
using Serilog.Events;

namespace EdmHosting;

/// <summary>
/// One line a request: method, path, status, time. Never a query, header, address or body. What works as it should a
/// thousand times a second is told at the level of debugging.
/// </summary>
internal static class RequestLog
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = Level;
    }

    private static LogEventLevel Level(HttpContext context, double elapsed, Exception? failure) =>
        failure is not null ? LogEventLevel.Error :
        context.Response.StatusCode >= 500 ? LogEventLevel.Warning :
        LogEventLevel.Debug;
}
