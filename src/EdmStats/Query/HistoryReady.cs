using System.Data.Common;
using EdmStats.Tables;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EdmStats.Query;

/// <summary>Around every question: while there are no tables, or the database does not answer, it is answered 503, with the reason.</summary>
internal sealed partial class HistoryReady(TableSetup tables, ILogger<HistoryReady> log) : IEndpointFilter
{
    private const int SqliteError = 1;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (tables.Missing is { } missing) return NotReady(context, missing);
        try
        {
            return await next(context);
        }
        catch (DbException e) when (IsOutOfReach(e))
        {
            DatabaseFailed(e.Message);
            return NotReady(context, "the database did not answer; ask again");
        }
    }

    /// <summary>What ends by itself or by somebody's hand at the database; anything else is a bug here.</summary>
    private static bool IsOutOfReach(DbException e) =>
        e.IsTransient || e is (NpgsqlException and not PostgresException) or SqliteException { SqliteErrorCode: not SqliteError };

    private static ProblemHttpResult NotReady(EndpointFilterInvocationContext context, string reason)
    {
        context.HttpContext.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem(reason, statusCode: StatusCodes.Status503ServiceUnavailable, title: "History is not ready");
    }

    [LoggerMessage(LogLevel.Warning, "A question about history could not be answered: {Reason}")]
    private partial void DatabaseFailed(string reason);
}
