using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Planning;
using Handhaving.Capacity.Zones;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Units whose surveillance hours are divided.</summary>
/// <param name="Units">In each hour, 1 to 500.</param>
/// <param name="Availability">Share of their time that is for calls and patrol, above 0 and at most 1.</param>
/// <param name="BalanceDays">Days of which the hours that themes had are made up for.</param>
public sealed record PatrolAsked(DemandAsked Demand, int Units, double Availability, int BalanceDays);

/// <summary>A division of surveillance hours.</summary>
public sealed record PatrolAnswer(PriorityProfile Profile, bool Expired, double PlannedHours, double PatrolHours, IReadOnlyList<ThemePatrol> Themes, IReadOnlyList<ZonePatrol> Zones);

/// <summary>Proposes how the hours that calls leave of planned units divide over zones in their hours, and the rest over themes and areas: the weights steer, and what had less than its weight gets more.</summary>
public sealed class ProposePatrolHours(CapacityDb db, ExpectCalls expect, BalanceQueries balances, PatrolNeeds needs, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">PRIORITIES_MISSING, and those of <see cref="ExpectCalls"/>.</exception>
    public async Task<PatrolAnswer> HandleAsync(PatrolAsked asked, Call call, CancellationToken cancellation)
    {
        QueueingRules.Availability.Require(asked.Availability is > 0 and <= 1);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var (profile, expired, balance) = await balances.OfAsync(call.Owner, new Interval(now.AddDays(-asked.BalanceDays), now), cancellation);
        var expected = await expect.OfAsync(call.Tenant, asked.Demand, now, cancellation);
        var (drawn, districts) = await needs.OfAsync(call.Owner, asked.Demand.Interval, now, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        var left = expected.Hours.Select(hour => (Hour: hour, Left: Math.Max(0, asked.Units * asked.Availability - expected.LoadOf(hour).Total.Erlangs))).ToList();
        var patrols = ZoneDivision.Of(drawn, left);
        var sum = left.Sum(hour => hour.Left);
        return new(profile, expired, asked.Units * expected.Hours.Count, sum, PatrolDivision.Of(balance, Math.Max(0, sum - patrols.Sum(patrol => patrol.Hours)), districts), patrols);
    }
}
