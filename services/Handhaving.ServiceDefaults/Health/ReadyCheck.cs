using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>Ready = the own database answers and the process is not stopping; nothing else, so that no backlog takes the accept path away.</summary>
public sealed class ReadyCheck(Databases databases, IHostApplicationLifetime lifetime) : DatabaseCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("stopping");
        await using var command = databases.Service.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellation);
        return HealthCheckResult.Healthy();
    }
}
