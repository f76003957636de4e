using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Handhaving.ServiceDefaults.Health;

/// <summary>A check that asks the database. While that is away it says so: expected then and asked often, it puts no stack in the log each time.</summary>
public abstract class DatabaseCheck : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await LookAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException || failure.IsDatabaseAway())
        {
            return new(context.Registration.FailureStatus, "the database does not answer");
        }
    }

    protected abstract Task<HealthCheckResult> LookAsync(CancellationToken cancellation);
}
