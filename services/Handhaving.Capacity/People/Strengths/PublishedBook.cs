using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.Rosters;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Reads what published rosters say of a stretch, within the transaction of an act.</summary>
public sealed class PublishedBook(CapacityDb db)
{
    // The last night of a series before the stretch still asks its rest in it.
    private static readonly TimeSpan Around = TimeSpan.FromDays(8);

    public async Task<PublishedShifts> OfAsync(TenantId owner, Interval stretch, CancellationToken cancellation)
    {
        var (from, until) = (stretch.Start - Around, stretch.End + Around);
        var rosters = await db.Rosters.AsNoTracking().Where(row => row.Tenant == owner.Value && row.State == RosterState.Published && row.EndsAt > from && row.StartsAt < until)
            .Select(row => new { row.Id, row.StaffTeam, row.StartsAt, row.EndsAt }).ToListAsync(cancellation);
        if (rosters.Count == 0) return PublishedShifts.None;
        var ids = rosters.Select(roster => roster.Id).ToArray();
        var shifts = await db.RosterShifts.AsNoTracking().Where(row => ids.Contains(row.Roster) && row.EndsAt > from && row.StartsAt < until).ToListAsync(cancellation);
        return new([.. rosters.Select(roster => new RosteredDays(roster.StaffTeam, new(roster.StartsAt, roster.EndsAt)))],
            shifts.Select(row => row.ToShift()).ToLookup(shift => shift.Officer, shift => new RosteredShift(shift.Work, owner, shift.Function)));
    }
}
