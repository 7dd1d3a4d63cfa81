using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmStats.Consume;

/// <summary>
/// Whether history is being written, for the log and for who asks whether the service is ready: while it is not, nothing is
/// lost, only late. Written by the reading thread, read by any.
/// </summary>
internal sealed partial class HistoryState(TimeProvider time, ILogger<HistoryState> log) : IHealthCheck
{
    private volatile string? _trouble;
    private long _since;

    public void Met(string reason)
    {
        if (_trouble is null) _since = time.GetTimestamp();
        if (_trouble != reason) NotWritten(reason);
        _trouble = reason;
    }

    public void Over()
    {
        if (_trouble is null) return;
        WrittenAgain(time.GetElapsedTime(_since).TotalSeconds);
        _trouble = null;
    }

    public void CaughtUp(CaughtUp told) => LogCounted(told.Records, told.Elapsed.TotalSeconds, told.Transactions, told.Rows);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_trouble is { } trouble
            ? HealthCheckResult.Degraded($"history is not written, and goes on by itself when it can be: {trouble}")
            : HealthCheckResult.Healthy());

    [LoggerMessage(LogLevel.Warning, "History is not written and is tried again, nothing is lost: {Reason}")]
    private partial void NotWritten(string reason);

    [LoggerMessage(LogLevel.Information, "History is written again, after {Seconds:0.0} s")]
    private partial void WrittenAgain(double seconds);

    [LoggerMessage(LogLevel.Information, "The log was counted: {Records:N0} records in {Seconds:0.0} s, {Transactions} transactions, {Rows:N0} rows")]
    private partial void LogCounted(long records, double seconds, long transactions, long rows);
}
