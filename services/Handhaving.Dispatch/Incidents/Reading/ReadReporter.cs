using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Reads who reported an incident, with an audit line of its own.</summary>
public sealed class ReadReporter(DispatchDb db, TimeProvider clock)
{
    public async Task<Reporter> HandleAsync(IncidentName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var row = await db.Reporters.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Municipality && row.Incident == name.Id, cancellation) ?? throw new NotFound(name.Value);
        work.Consulted(call, [(name.Tenant, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(row.DisplayName, row.Phone, row.Email, row.WantsAnswer);
    }

    /// <summary>Whether there is anybody to ask; says nothing about who.</summary>
    public async Task<bool> IsKnownAsync(IncidentName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await db.Reporters.AsNoTracking().AnyAsync(row => row.Tenant == name.Municipality && row.Incident == name.Id, cancellation);
    }
}
