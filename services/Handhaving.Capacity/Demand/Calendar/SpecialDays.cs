using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>A special day of a municipality, and whether the law made it so.</summary>
public sealed record KnownDay(SpecialDay Day, bool ByLaw);

/// <summary>Special days: those of the law, and what a municipality enters beside or before them.</summary>
public sealed class SpecialDays(CapacityDb db, TimeProvider clock)
{
    /// <summary>Asked within a transaction.</summary>
    public async Task<DayCalendar> CalendarAsync(TenantId municipality, int firstYear, int lastYear, CancellationToken cancellation) =>
        DayCalendar.Dutch(firstYear, lastYear, (await EnteredAsync(municipality, firstYear, lastYear, cancellation)).OrderBy(day => day.Date));

    public async Task<IReadOnlyList<KnownDay>> ListAsync(int year, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var entered = await EnteredAsync(call.Owner, year, year, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return [.. DutchHolidays.Of(year).Select(day => new KnownDay(day, true)).Concat(entered.Select(day => new KnownDay(day, false))).OrderBy(known => known.Day.Date).ThenByDescending(known => known.ByLaw)];
    }

    public Task<KnownDay> PutAsync(SpecialDay day, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync(day.Date, async now =>
    {
        var before = await FindAsync(call.Owner, day.Date, cancellation);
        if (before is not null) db.SpecialDays.Remove(before);
        await db.SaveChangesAsync(cancellation);
        db.SpecialDays.Add(new() { Tenant = call.Owner.Value, Day = day.Date, Kind = day.Kind.Value, LooksLike = (short?)day.LooksLike, ChangedBy = call.Caller.Subject, ChangedAt = now });
        return day;
    }, call, request, cancellation);

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SPECIAL_DAY_NOT_ENTERED.</exception>
    public Task<KnownDay> RemoveAsync(DateOnly date, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync(date, async _ =>
    {
        var before = await FindAsync(call.Owner, date, cancellation) ?? throw DemandRules.Entered.Broken(("day", date.ToString("O", CultureInfo.InvariantCulture)));
        db.SpecialDays.Remove(before);
        return Of(before);
    }, call, request, cancellation);

    private async Task<KnownDay> ChangeAsync(DateOnly date, Func<DateTimeOffset, Task<SpecialDay>> change, Call call, RequestKey request, CancellationToken cancellation)
    {
        var (now, name) = (clock.GetUtcNow(), $"{call.Owner.Name}/specialDays/{date:yyyy-MM-dd}");
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<KnownDay>(call, request, name, now, cancellation) is { } answered) return answered;
        await work.LockAsync([$"{call.Owner.Name}/specialDays"], cancellation);
        var changed = new KnownDay(await change(now), false);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name, now));
        await work.CommitAsync(call.Owner, request, changed, cancellation);
        return changed;
    }

    private Task<SpecialDayRow?> FindAsync(TenantId municipality, DateOnly date, CancellationToken cancellation) =>
        db.SpecialDays.SingleOrDefaultAsync(row => row.Tenant == municipality.Value && row.Day == date, cancellation);

    private async Task<List<SpecialDay>> EnteredAsync(TenantId municipality, int firstYear, int lastYear, CancellationToken cancellation)
    {
        var (from, until) = (new DateOnly(firstYear, 1, 1), new DateOnly(lastYear + 1, 1, 1));
        return [.. (await db.SpecialDays.AsNoTracking().Where(row => row.Tenant == municipality.Value && row.Day >= from && row.Day < until).ToListAsync(cancellation)).Select(Of)];
    }

    private static SpecialDay Of(SpecialDayRow row) => new(row.Day, new(row.Kind), (DayOfWeek?)row.LooksLike);
}
