using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.People;

/// <summary>Reads teams and people.</summary>
public sealed class PeopleQueries(CapacityDb db, PeopleBook people, TimeProvider clock)
{
    public async Task<Page<StaffTeam>> ListTeamsAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rest = (await people.TeamsAsync(call.Owner, cancellation)).Where(team => string.CompareOrdinal(team.Id, page.After) > 0).ToList();
        work.Consulted(call, rest.Take(page.Size).Select(team => (team.Owner, team.Name)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter(rest[page.Size - 1].Id) : "");
    }

    public async Task<Officer> GetAsync(OfficerName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var officer = await people.GetAsync(name, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return officer;
    }

    /// <param name="function">Only those who can be rostered in it today; empty = all.</param>
    /// <returns>By id.</returns>
    public async Task<Page<Officer>> ListAsync(string function, PageRequest page, Call call, CancellationToken cancellation)
    {
        var today = DutchClock.DayOf(clock.GetUtcNow());
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = function.Length > 0
            ? (await people.OfAsync(call.Owner, cancellation)).Where(officer => string.CompareOrdinal(officer.Name.Id, page.After) > 0 && officer.Details.Contracts.Any(contract => contract.HoldsOn(today) && contract.Functions.Contains(function))).ToList()
            : [.. (await db.Officers.AsNoTracking().Where(row => row.Tenant == call.Owner.Value && row.Id.CompareTo(page.After) > 0).OrderBy(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation)).Select(row => row.ToOfficer())];
        var shown = found.Take(page.Size).ToList();
        work.Consulted(call, shown.Select(officer => (officer.Name.Owner, officer.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > page.Size ? page.TokenAfter(shown[^1].Name.Id) : "");
    }
}
