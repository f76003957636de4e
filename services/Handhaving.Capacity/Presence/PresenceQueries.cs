using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Presence;

/// <summary>Minutes that units were in a district in a shift.</summary>
/// <param name="Norm">Minutes that somebody is to be there; null = none was set.</param>
public sealed record ShiftPresence(string Area, DayShift Shift, int BoaMinutes, int PoliceMinutes, int? Norm)
{
    public bool IsBelow => BoaMinutes + PoliceMinutes < Norm;
}

/// <summary>Says how long units were where, shift by shift, against the norm.</summary>
public sealed class PresenceQueries(CapacityDb db, DemandQueries demand, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    /// <returns>By shift and area; of shifts that touch the stretch and are over, each district with presence or a norm.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG.</exception>
    public async Task<IReadOnlyList<ShiftPresence>> ListAsync(Interval stretch, Call call, CancellationToken cancellation)
    {
        stretch.Require(Longest);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        List<DayShift> shifts = [];
        for (var shift = DayShift.Of(stretch.Start); shift.Start < stretch.End && shift.End <= now; shift = shift.After()) shifts.Add(shift);
        var found = await OfAsync(call.Owner, shifts, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        return found;
    }

    /// <summary>Districts of an owner in which units were shorter than the norm in the last shift that is over; asked within a transaction.</summary>
    public async Task<IReadOnlySet<string>> BelowAsync(TenantId owner, DateTimeOffset now, CancellationToken cancellation) =>
        (await OfAsync(owner, [DayShift.Of(now).Before()], cancellation)).Where(presence => presence.IsBelow).Select(presence => presence.Area).ToHashSet();

    /// <summary>Minutes that the norms of a day together ask of districts of an owner, of those that ask any; asked within a transaction.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NormsAsync(TenantId owner, CancellationToken cancellation)
    {
        var members = await demand.MembersAsync(owner, cancellation) ?? [];
        return await db.PresenceNorms.AsNoTracking().Where(row => members.Contains(row.Tenant) && row.Minutes > 0)
            .GroupBy(row => row.Area).Select(area => new { Area = area.Key, Minutes = area.Sum(row => row.Minutes) }).ToDictionaryAsync(area => area.Area, area => area.Minutes, cancellation);
    }

    private async Task<IReadOnlyList<ShiftPresence>> OfAsync(TenantId owner, List<DayShift> shifts, CancellationToken cancellation)
    {
        if (shifts.Count == 0) return [];
        var members = await demand.MembersAsync(owner, cancellation) ?? [];
        var (from, until) = (shifts[0].Start, shifts[^1].End);
        var norms = await db.PresenceNorms.AsNoTracking().Where(row => members.Contains(row.Tenant)).ToListAsync(cancellation);
        var hours = (await db.Presences.AsNoTracking().Where(row => members.Contains(row.Tenant) && row.StartsAt >= from && row.StartsAt < until).ToListAsync(cancellation)).ToLookup(row => DayShift.Of(row.StartsAt));
        return [.. shifts.SelectMany(shift => InShift(shift, hours[shift].ToLookup(row => row.Area), norms.Where(norm => norm.Shift == shift.Kind).ToDictionary(norm => norm.Area, norm => norm.Minutes)))];
    }

    private static IEnumerable<ShiftPresence> InShift(DayShift shift, ILookup<string, PresenceRow> hours, Dictionary<string, int> norms) =>
        hours.Select(area => area.Key).Union(norms.Keys).Order(StringComparer.Ordinal)
            .Select(area => new ShiftPresence(area, shift, hours[area].Sum(row => row.BoaMinutes), hours[area].Sum(row => row.PoliceMinutes), norms.TryGetValue(area, out var norm) ? norm : null));
}
