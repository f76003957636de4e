using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Makes forecasts of what is kept of calls, within the transaction of a query.</summary>
public sealed class ForecastBook(CapacityDb db, DemandQueries demand, SpecialDays specialDays)
{
    private const int YearsOfSpecialDays = 3;

    /// <param name="weeks">To look back for ordinary days.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_TOO_SHORT, AREA_WITHOUT_HISTORY.</exception>
    public async Task<MunicipalForecast> OfAsync(TenantId municipality, DemandFilter filter, int weeks, DateTimeOffset now, CancellationToken cancellation)
    {
        var origin = DutchClock.HourOf(now).Date;
        var calendar = await specialDays.CalendarAsync(municipality, origin.Year - YearsOfSpecialDays, origin.Year + 1, cancellation);
        var from = await FirstWholeDayAsync(municipality, cancellation);
        DemandRules.EnoughHistory.Require(from is { } first && first.AddDays(7) <= origin, ("day", origin.ToString("O", CultureInfo.InvariantCulture)));
        var recent = origin.AddDays(-MunicipalForecast.DaysRead(weeks));
        var days = calendar.Dates.Where(day => day < recent).ToList();
        var lines = await LoadAsync(municipality, filter, recent, days, cancellation);
        var known = await AreasAsync(municipality, cancellation);
        foreach (var area in filter.Areas) DemandRules.KnownArea.Require(known.Contains(area), ("area", area));
        List<AreaName> areas = [.. (filter.Areas.Count > 0 ? filter.Areas.Distinct() : known).Order(StringComparer.Ordinal).Select(area => new AreaName(area))];
        var history = new HourlyHistory(lines.Select(line => (new AreaName(line.Area), line.StartsAt, line.Arrivals)), areas, from ?? origin, origin);
        var recently = lines.Where(line => line.StartsAt >= DutchClock.HoursOf(recent)[0].Start).ToList();
        var served = recently.Sum(line => line.Served);
        return new(municipality, history, calendar, weeks) { MeanServiceSeconds = served > 0 ? recently.Sum(line => line.Busy) / served : null, PriorityShares = SharesOf(recently) };
    }

    private static double[] SharesOf(IReadOnlyList<HourSum> lines)
    {
        var counts = new double[5];
        foreach (var line in lines) counts[(line.Priority is 0 ? 5 : line.Priority) - 1] += line.Arrivals;
        var sum = counts.Sum();
        return [.. counts.Select((count, place) => sum > 0 ? count / sum : place == 4 ? 1 : 0)];
    }

    // Days before the weeks looked back on teach only where they were special.
    private async Task<List<HourSum>> LoadAsync(TenantId municipality, DemandFilter filter, DateOnly recent, IReadOnlyList<DateOnly> special, CancellationToken cancellation)
    {
        var since = DutchClock.HoursOf(recent)[0].Start;
        var hours = special.SelectMany(DutchClock.HoursOf).Select(hour => hour.Start).ToList();
        return await demand.LinesOf(filter).Where(line => line.Tenant == municipality.Value && (line.StartsAt >= since || hours.Contains(line.StartsAt)))
            .GroupBy(line => new { line.Area, line.StartsAt, line.Priority })
            .Select(hour => new HourSum(hour.Key.Area, hour.Key.StartsAt, hour.Key.Priority, hour.Sum(line => line.Arrivals), hour.Sum(line => line.Served), hour.Sum(line => line.PoliceSeconds + line.BoaSeconds)))
            .ToListAsync(cancellation);
    }

    private async Task<DateOnly?> FirstWholeDayAsync(TenantId municipality, CancellationToken cancellation) =>
        await db.DemandLines.AsNoTracking().Where(line => line.Tenant == municipality.Value).MinAsync(line => (DateTimeOffset?)line.StartsAt, cancellation) is { } first
            ? DutchClock.HourOf(first.AddHours(-1)).Date.AddDays(1)
            : null;

    private async Task<List<string>> AreasAsync(TenantId municipality, CancellationToken cancellation) =>
        await db.DemandLines.AsNoTracking().Where(line => line.Tenant == municipality.Value).Select(line => line.Area).Distinct().ToListAsync(cancellation);

    private sealed record HourSum(string Area, DateTimeOffset StartsAt, short Priority, int Arrivals, int Served, double Busy);
}
