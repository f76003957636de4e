using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Sizing;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Units of one hour; without hour for a load that the caller gave.</summary>
/// <param name="Planned">What the planned units give that were asked about; null when none were.</param>
public sealed record SizedHour(LocalHour? Hour, PriorityLoad Load, UnitsNeeded Needed, UnitsMeasured? Planned);

/// <summary>Sizes a team for a level of service.</summary>
public sealed class SizeUnits(CapacityDb db, ExpectCalls expect, TimeProvider clock)
{
    /// <param name="load">Null = as <paramref name="demand"/> says.</param>
    /// <param name="planned">Planned units that are asked about; 0 = none.</param>
    public async Task<IReadOnlyList<SizedHour>> HandleAsync(PriorityLoad? load, DemandAsked? demand, UnitsAsked asked, int planned, Call call, CancellationToken cancellation)
    {
        QueueingRules.SaidOnce.Require(load is null != demand is null);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var loads = demand is null ? [] : LoadsOf(await expect.OfAsync(call.Tenant, demand, now, cancellation));
        work.Consulted(call, call.Tenant is { } tenant ? [(tenant, tenant.Name)] : [], now);
        await work.CommitAsync(cancellation);
        return [.. (load is null ? loads : [(null, load)]).Select(hour => Size(hour.Hour, hour.Load, asked, planned))];
    }

    private static List<(LocalHour? Hour, PriorityLoad Load)> LoadsOf(ExpectedCalls expected) => [.. expected.Hours.Select(hour => ((LocalHour?)hour, expected.LoadOf(hour)))];

    private static SizedHour Size(LocalHour? hour, PriorityLoad load, UnitsAsked asked, int planned)
    {
        var effective = new EffectiveUnits(planned, asked.Availability).Floor;
        return new(hour, load, UnitsNeeded.Of(load, asked), effective > 0 ? UnitsMeasured.Of(load, effective, asked) : null);
    }
}
