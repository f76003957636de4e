using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Presence;
using Handhaving.Capacity.Zones;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Where surveillance is needed beside what the themes ask: zones that were drawn, and districts in which units were too short; within the transaction of a query.</summary>
public sealed class PatrolNeeds(ZoneQueries zones, PresenceQueries presence)
{
    public async Task<(IReadOnlyList<PatrolZone> Zones, DistrictNeeds Districts)> OfAsync(TenantId owner, Interval stretch, DateTimeOffset now, CancellationToken cancellation) =>
        (await zones.WithinAsync(owner, stretch, cancellation), new(await presence.BelowAsync(owner, now, cancellation), await presence.NormsAsync(owner, cancellation)));
}
