using EdmKafka;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmStream.Share;

/// <summary>
/// Holds this node's clock against the brokers', which stamp what is said on <c>edm-live</c>. A node whose clock is off would
/// close buckets at other moments than the others and look at other windows: it counts no longer, and is not ready, until it is
/// started anew. Where brokers stamp nothing there is no check. Any thread may ask.
/// </summary>
/// <param name="brokersTell">Whether the brokers' times are true.</param>
/// <param name="log">Says what was found.</param>
internal sealed partial class ClockCheck(bool brokersTell, ILogger<ClockCheck> log) : IHealthCheck
{
    private const long Most = 30_000;

    private volatile string? _trouble;
    private bool _isSwitchedOff;

    /// <summary>Whether the clock is off by more than thirty seconds.</summary>
    public bool IsOff => _trouble is not null;

    /// <param name="written">When a broker wrote a word, by its clock; null where it does not say. Times are milliseconds since 1970.</param>
    /// <param name="said">When it was said, by this node's clock.</param>
    /// <param name="heard">When that was known, by this node's clock.</param>
    public void Compare(long? written, long said, long heard)
    {
        if (IsOff || _isSwitchedOff) return;
        if (!brokersTell || written is null)
        {
            _isSwitchedOff = true;
            NotChecked();
        }
        else if ((said > written + Most ? said - written : heard < written - Most ? heard - written : null) is { } off)
        {
            _trouble = $"this machine's clock is {Math.Abs(off / 1000)} seconds {(off > 0 ? "ahead of" : "behind")} the brokers': set it, and start the node anew";
            Off(_trouble);
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy());

    [LoggerMessage(LogLevel.Error, "This node counts no longer: {Trouble}")]
    private partial void Off(string trouble);

    [LoggerMessage(LogLevel.Information, "The brokers do not stamp what is written to edm-live: this node's clock is not held against theirs")]
    private partial void NotChecked();
}
