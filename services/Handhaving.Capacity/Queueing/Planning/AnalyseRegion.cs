using Handhaving.Capacity.Data;
using Handhaving.Capacity.Queueing.Hypercubes;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>What the region gives.</summary>
/// <param name="With">With all units.</param>
/// <param name="Without">Without the unit asked about; null when none was, or when the others cannot do the work.</param>
public sealed record RegionAnswer(RegionAsked Asked, RegionResult With, RegionResult? Without);

/// <summary>Computes a hypercube, and what if one unit is missing.</summary>
public sealed class AnalyseRegion(CapacityDb db, ExpectCalls expect, TimeProvider clock)
{
    /// <param name="demand">Null = the areas say how many calls come from them.</param>
    /// <param name="withoutUnit">Counted from 1; 0 = not asked.</param>
    public async Task<RegionAnswer> HandleAsync(RegionAsked asked, DemandAsked? demand, int withoutUnit, Call call, CancellationToken cancellation)
    {
        QueueingRules.SaidOnce.Require(demand is null || !asked.SaysCalls);
        QueueingRules.RequireCount(withoutUnit, 0, asked.Units, "withoutUnit");
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var told = demand is null ? asked : asked.With((await expect.OfAsync(call.Tenant, demand, now, cancellation)).MeanByArea());
        work.Consulted(call, call.Tenant is { } tenant ? [(tenant, tenant.Name)] : [], now);
        await work.CommitAsync(cancellation);
        var region = told.ToRegion();
        return new(told, told.Solve(region) ?? throw told.Unstable(region), withoutUnit > 0 ? told.Solve(region.Without(withoutUnit - 1)) : null);
    }
}
