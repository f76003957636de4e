using System.Globalization;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Demand;

/// <summary>Reads calls as they came in.</summary>
public sealed class DemandQueries(CapacityDb db, TimeProvider clock)
{
    private static readonly TimeSpan LongestShown = TimeSpan.FromDays(92);

    /// <returns>By hour, municipality, area, family and priority.</returns>
    public async Task<Page<DemandHour>> ListAsync(Interval interval, DemandFilter filter, PageRequest page, Call call, CancellationToken cancellation)
    {
        interval.Require(LongestShown);
        var passed = (int)Math.Min(page.AfterNumber, int.MaxValue);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var lines = LinesOf(filter).Where(line => line.StartsAt >= DutchClock.HourOf(interval.Start).Start && line.StartsAt < interval.End.ToUniversalTime());
        if (call.Tenant is { } tenant) lines = lines.Where(line => line.Tenant == tenant.Value);
        var found = await lines.GroupBy(line => new { line.StartsAt, line.Tenant, line.Area, line.Family, line.Priority })
            .OrderBy(hour => hour.Key.StartsAt).ThenBy(hour => hour.Key.Tenant).ThenBy(hour => hour.Key.Area).ThenBy(hour => hour.Key.Family).ThenBy(hour => hour.Key.Priority)
            .Select(hour => new
            {
                hour.Key,
                Arrivals = hour.Sum(line => line.Arrivals),
                Served = hour.Sum(line => line.Served),
                Busy = hour.Sum(line => line.PoliceSeconds + line.BoaSeconds),
                Travels = hour.Sum(line => line.Travels),
                Travel = hour.Sum(line => line.TravelSeconds),
            })
            .Skip(passed).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size)
            .Select(hour => new DemandHour(new(hour.Key.Tenant), new(hour.Key.Area), hour.Key.StartsAt, new(hour.Key.Family), hour.Key.Priority, hour.Arrivals, hour.Served, hour.Busy, hour.Travels, hour.Travel)).ToList();
        work.Consulted(call, shown.Select(hour => hour.Municipality).Distinct().Select(owner => (owner, owner.Name)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > page.Size ? page.TokenAfter((passed + page.Size).ToString(CultureInfo.InvariantCulture)) : "");
    }

    /// <summary>Municipalities that are meant by an owner: itself, or those of a team; null = all that may be read.</summary>
    public async Task<IReadOnlyList<string>?> MembersAsync(TenantId? owner, CancellationToken cancellation) => owner switch
    {
        null => null,
        { IsMunicipality: true } municipality => [municipality.Value],
        { Value: var team } => await db.Database.SqlQuery<string>($"select code as \"Value\" from municipality where team = {team}").ToListAsync(cancellation),
    };

    /// <summary>Asked within a transaction; the wall says of whom.</summary>
    internal IQueryable<DemandLineRow> LinesOf(DemandFilter filter)
    {
        var lines = db.DemandLines.AsNoTracking();
        if (filter.Areas.Count > 0) lines = lines.Where(line => filter.Areas.Contains(line.Area));
        return filter.Families.Count > 0 ? lines.Where(line => filter.Families.Contains(line.Family)) : lines;
    }
}
