using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Activities;

/// <summary>Hours of an organisation on an activity over some days.</summary>
public sealed record ReportedHours(Activity Activity, string Organisation, double Planned, double Delivered);

/// <summary>Reads activities and their hours.</summary>
public sealed class ActivityQueries(CapacityDb db, TimeProvider clock)
{
    private static readonly TimeSpan LongestReport = TimeSpan.FromDays(3660);

    /// <param name="kind">Null = all.</param>
    /// <returns>By code; the token of the next page is the last one.</returns>
    public async Task<Page<Activity>> ListAsync(ActivityKind? kind, bool withoutPolice, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await Of(call.Owner, kind, withoutPolice).Where(row => row.Code.CompareTo(page.After) > 0).OrderBy(row => row.Code).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length).Select(row => row.ToActivity()).ToList();
        work.Consulted(call, shown.Select(activity => (activity.Name.Owner, activity.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > shown.Count ? page.TokenAfter(shown[^1].Name.Code) : "");
    }

    /// <returns>By activity and organisation; of those with hours in these days.</returns>
    /// <exception cref="RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG.</exception>
    public async Task<IReadOnlyList<ReportedHours>> ReportAsync(ActivityKind? kind, DateOnly from, DateOnly until, Call call, CancellationToken cancellation)
    {
        new Interval(DutchClock.Midnight(from), DutchClock.Midnight(until.AddDays(1))).Require(LongestReport);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var known = (await Of(call.Owner, kind, false).ToListAsync(cancellation)).Select(row => row.ToActivity()).ToDictionary(activity => activity.Name.Code);
        var sums = await db.ActivityHours.AsNoTracking().Where(row => row.Tenant == call.Owner.Value && row.Day >= from && row.Day <= until)
            .GroupBy(row => new { row.Activity, row.Organisation }).Select(group => new { group.Key.Activity, group.Key.Organisation, Planned = group.Sum(row => row.Planned), Delivered = group.Sum(row => row.Delivered) }).ToListAsync(cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return [.. sums.Where(sum => known.ContainsKey(sum.Activity)).OrderBy(sum => sum.Activity, StringComparer.Ordinal).ThenBy(sum => sum.Organisation, StringComparer.Ordinal)
            .Select(sum => new ReportedHours(known[sum.Activity], sum.Organisation, sum.Planned, sum.Delivered))];
    }

    public async Task<IReadOnlyList<TargetGroup>> ListGroupsAsync(Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var groups = await GroupsAsync(call.Owner, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return groups;
    }

    /// <summary>The usual ones and those that an owner added, by code; asked within a transaction. An own name goes before a usual one.</summary>
    public async Task<IReadOnlyList<TargetGroup>> GroupsAsync(TenantId owner, CancellationToken cancellation)
    {
        var own = (await db.TargetGroups.AsNoTracking().Where(row => row.Tenant == owner.Value).ToListAsync(cancellation)).Select(row => new TargetGroup(row.Code, row.DisplayName, false)).ToList();
        return [.. own.Concat(TargetGroup.Usual.Where(usual => own.TrueForAll(group => group.Code != usual.Code))).OrderBy(group => group.Code, StringComparer.Ordinal)];
    }

    /// <summary>Asked within a transaction.</summary>
    /// <exception cref="NotFound">No such activity.</exception>
    public async Task<Activity> FindAsync(ActivityName name, CancellationToken cancellation) =>
        (await db.Activities.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Code == name.Code, cancellation) ?? throw new NotFound(name.Value)).ToActivity();

    private IQueryable<ActivityRow> Of(TenantId owner, ActivityKind? kind, bool withoutPolice) =>
        db.Activities.AsNoTracking().Where(row => row.Tenant == owner.Value && (kind == null || row.Kind == kind) && (!withoutPolice || !row.PoliceHours));
}
