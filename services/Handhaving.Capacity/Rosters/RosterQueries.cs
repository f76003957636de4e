using Handhaving.Capacity.Data;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Worked;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Rosters;

/// <summary>A roster with what stands against it now.</summary>
/// <param name="Deployments">What was promised in its days, and how far it has people.</param>
public sealed record JudgedRoster(ListedRoster Listed, IReadOnlyList<RosterFinding> Findings, IReadOnlyList<DeploymentCover> Deployments)
{
    public DutyRoster Roster => Listed.Roster;
}

/// <summary>A roster as a list shows it.</summary>
/// <param name="Unlent">Coming shifts of people of others who are not lent for any of them, or no longer.</param>
public sealed record ListedRoster(DutyRoster Roster, int Unlent);

/// <summary>Reads rosters.</summary>
public sealed class RosterQueries(CapacityDb db, RosterBook rosters, DeploymentBook deployments, TimeProvider clock)
{
    public async Task<JudgedRoster> GetAsync(DutyRosterName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var judged = await JudgedAsync(work, name, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return judged;
    }

    /// <summary>The roster of an act that left its own line in the audit log.</summary>
    public async Task<JudgedRoster> AfterAsync(DutyRosterName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await JudgedAsync(work, name, cancellation);
    }

    /// <returns>Newest first, without shifts.</returns>
    public async Task<Page<ListedRoster>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = db.Rosters.AsNoTracking().Where(row => row.Tenant == call.Owner.Value);
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).Select(row => row.ToRoster()).ToList();
        var unlent = await UnlentAsync([.. shown.Select(roster => roster.Name.Id)], cancellation);
        work.Consulted(call, shown.Select(roster => (roster.Name.Owner, roster.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. shown.Select(roster => new ListedRoster(roster, unlent.GetValueOrDefault(roster.Name.Id)))], found.Count > shown.Count ? page.TokenAfter($"{shown[^1].Name.Id}") : "");
    }

    private async Task<JudgedRoster> JudgedAsync(UnitOfWork<CapacityDb> work, DutyRosterName name, CancellationToken cancellation)
    {
        var roster = await rosters.GetAsync(name, cancellation);
        var known = await rosters.KnownAsync(work, roster, cancellation);
        var unlent = await UnlentAsync([name.Id], cancellation);
        var promises = await deployments.OfAsync(work, roster, cancellation);
        return new(new(roster, unlent.GetValueOrDefault(name.Id)), [.. RosterLaw.Findings(roster, known), .. ShortRest.Of(roster, known, clock.GetUtcNow()).Select(rest => rest.Finding)], DeploymentJudge.Covers(roster, promises));
    }

    // Whose loan was withdrawn is not to be seen here any more: who is not seen is not lent.
    private async Task<IReadOnlyDictionary<Guid, int>> UnlentAsync(Guid[] ids, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<Unlent>($"""
            select s.roster, count(*)::int as count from roster_shift s
            where s.roster = any({ids}) and s.ends_at > {clock.GetUtcNow()} and split_part(s.officer, '/', 2) <> s.tenant
              and not exists (select from officer o where o.tenant = split_part(s.officer, '/', 2) and o.id = split_part(s.officer, '/', 4) and is_lent_for(o.body, s.tenant, s.starts_at, s.ends_at))
            group by s.roster
            """).ToListAsync(cancellation)).ToDictionary(row => row.Roster, row => row.Count);

    private sealed record Unlent(Guid Roster, int Count);
}
