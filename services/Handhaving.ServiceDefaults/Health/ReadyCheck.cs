using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Ready = the own database answers and the process is not stopping; nothing else, so that no backlog takes the accept path away.</summary>
public sealed class ReadyCheck(Databases databases, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("stopping");
        try
        {
            await using var command = databases.Service.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer"); // expected while it is away, and asked often: no stack in the log each time
        }
    }
}
