using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.Demand.Keeping;

/// <summary>Adds old calls to the sums of their hours and forgets their incidents, and drops sums that are older still; how old is data. Several replicas may: a lock of the municipality decides.</summary>
public sealed class DemandFoldJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<DemandFoldJob> logger) : SweepJob(TimeSpan.FromMinutes(10), clock, logger)
{
    private const string Due = """
        select distinct tenant from demand_call where heard_at < demand_kept_since('calls', $1)
        union select distinct tenant from demand_hour where starts_at < demand_kept_since('hours', $1)
        """;

    // Work on the call first: what hangs on it is found by it.
    private static readonly string[] Fold =
    [
        """
        insert into demand_hour as kept (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
        select tenant, starts_at, area, family, priority, sum(arrivals), sum(served), sum(police_seconds), sum(boa_seconds), sum(travels), sum(travel_seconds)
        from demand_call_line where tenant = $1 and heard_at < demand_kept_since('calls', $2) group by 1, 2, 3, 4, 5
        on conflict (tenant, starts_at, area, family, priority) do update set
          arrivals = kept.arrivals + excluded.arrivals, served = kept.served + excluded.served, police_seconds = kept.police_seconds + excluded.police_seconds,
          boa_seconds = kept.boa_seconds + excluded.boa_seconds, travels = kept.travels + excluded.travels, travel_seconds = kept.travel_seconds + excluded.travel_seconds
        """,
        """
        delete from demand_work w where tenant = $1 and (exists (
          select from demand_call c where c.tenant = w.tenant and c.incident = w.incident and c.heard_at < demand_kept_since('calls', $2))
          or (not exists (select from demand_call c where c.incident = w.incident) and heard_at < demand_kept_since('calls', $2)))
        """,
        "delete from demand_call where tenant = $1 and heard_at < demand_kept_since('calls', $2)",
        "delete from demand_hour where tenant = $1 and starts_at < demand_kept_since('hours', $2)",
    ];

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OverdueAsync(cancellation), tenant => FoldAsync(tenant, cancellation));

    private async Task FoldAsync(TenantId tenant, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(tenant), cancellation);
        await using (var claim = work.Batch())
        {
            claim.BatchCommands.Add(new("select pg_try_advisory_xact_lock(hashtextextended('demand ' || $1, 0))") { Parameters = { new() { Value = tenant.Value } } });
            if (await claim.ExecuteScalarAsync(cancellation) is not true) return; // another replica is at it
        }
        var now = Clock.GetUtcNow();
        await using (var batch = work.Batch())
        {
            foreach (var statement in Fold) batch.BatchCommands.Add(new(statement) { Parameters = { new() { Value = tenant.Value }, new() { Value = now } } });
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        await work.CommitAsync(cancellation);
    }

    private async Task<List<TenantId>> OverdueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand(Due);
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> due = [];
        while (await reader.ReadAsync(cancellation)) due.Add(new(reader.GetString(0)));
        return due;
    }
}
