using Microsoft.AspNetCore.Http;
using Serilog.AspNetCore;
using Serilog.Events;

namespace EdmHosting;

/// <summary>
/// One line a request: method, path, status, time. Never a query, header, address or body. What is answered as it should
/// be, a thousand times a second, is told at the level of debugging, a 503 too: why there are any is said once elsewhere.
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
        failure is not null || context.Response.StatusCode == StatusCodes.Status500InternalServerError ? LogEventLevel.Error : LogEventLevel.Debug;
}
