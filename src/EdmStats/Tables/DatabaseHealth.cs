using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EdmStats.Tables;

/// <summary>Not ready while tables are missing; degraded while the database does not answer, which ends by itself.</summary>
internal sealed class DatabaseHealth(HistoryDatabase database, TableSetup tables, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await AskAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return tables.Missing is { } missing ? HealthCheckResult.Unhealthy(missing) : HealthCheckResult.Healthy();
        }
        catch (DbException e)
        {
            return HealthCheckResult.Degraded($"the database cannot be reached: {e.Message}");
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Degraded($"the database did not answer within {Patience.TotalSeconds:0} s");
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select 1";
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
