using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Notes who opened a board, in the chain of the team and of each tenant that it will tell of; nothing is shown before that is committed.</summary>
/// <remarks>Also where nothing goes on yet: what is reported there later is told without another line. Never in the transaction of a snapshot: a chain's head cannot be locked in one that must not see what others committed meanwhile.</remarks>
public sealed class OpeningTrail(IDbContextFactory<DispatchDb> databases, TimeProvider clock)
{
    /// <param name="shown">The incidents shown at once; none where only changes are told.</param>
    internal async Task NoteAsync(Call call, BoardReach reach, IReadOnlyList<IncidentName> shown, CancellationToken cancellation)
    {
        var names = shown.ToLookup(incident => incident.Tenant, incident => incident.Value);
        var lines = reach.Tenants.Union([call.Owner]).SelectMany(tenant => names[tenant].DefaultIfEmpty(tenant.Name), (tenant, name) => (tenant, name));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        work.Consulted(call, lines, clock.GetUtcNow());
        await work.CommitAsync(cancellation);
    }
}
