using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Hours over themes, and the priorities they are held against.</summary>
/// <param name="Expired">The period of the priorities is over.</param>
public sealed record BalanceAnswer(PriorityProfile Profile, bool Expired, ThemeBalance Balance);

/// <summary>Answers how the hours of units on incidents divide over themes and areas.</summary>
public sealed class BalanceQueries(CapacityDb db, DemandQueries demand, ProfileQueries profiles, TimeProvider clock)
{
    /// <summary>Three years and some days: as long as a safety plan lasts.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(1100);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">PRIORITIES_MISSING, INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG.</exception>
    public async Task<BalanceAnswer> GetAsync(Interval interval, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var answer = await OfAsync(call.Owner, interval, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>Asked within a transaction.</summary>
    public async Task<BalanceAnswer> OfAsync(TenantId owner, Interval interval, CancellationToken cancellation)
    {
        interval.Require(Longest);
        var (profile, expired) = await profiles.HoldingAsync(owner, DutchClock.HourOf(interval.End).Date, cancellation);
        return new(profile, expired, new(profile, await WorkedAsync(owner, interval, cancellation)));
    }

    private async Task<List<WorkedHours>> WorkedAsync(TenantId owner, Interval interval, CancellationToken cancellation)
    {
        var (from, until) = (DutchClock.HourOf(interval.Start).Start, interval.End.ToUniversalTime());
        var lines = demand.LinesOf(DemandFilter.All).Where(line => line.StartsAt >= from && line.StartsAt < until);
        if (await demand.MembersAsync(owner, cancellation) is { } members) lines = lines.Where(line => members.Contains(line.Tenant));
        return await lines.GroupBy(line => new { line.Tenant, line.Area, line.Family })
            .Select(group => new WorkedHours(group.Key.Tenant, group.Key.Area, group.Key.Family, group.Sum(line => line.BoaSeconds) / 3600, group.Sum(line => line.PoliceSeconds) / 3600, group.Sum(line => line.Arrivals)))
            .ToListAsync(cancellation);
    }
}
